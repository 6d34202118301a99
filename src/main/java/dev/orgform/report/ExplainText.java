package dev.orgform.report;

import dev.orgform.model.Code;

/** What a code means, for whoever met it. */
public final class ExplainText {
  private ExplainText() {}

  /**
   * What is to be said beside a code's one sentence.
   *
   * @param cause what typically led to it
   * @param remedy what to do
   */
  public record Words(String cause, String remedy) {}

  /** The page of one diagnostic's code. */
  public static Page code(Code code, Words words, String exit) {
    var page = new Page();
    page.add(title(code));
    page.gap().line().say("Typical cause:");
    paragraph(page, words.cause());
    page.gap().line().say("What to do:");
    paragraph(page, words.remedy());
    page.gap().line().say("Exit code:");
    paragraph(
        page,
        code.family() == Code.Family.NOTICE
            ? "It is a note or a warning, and fails nothing."
            : "As an error it leads to %d: %s.".formatted(code.family().exit(), exit));
    return page;
  }

  /** A code in one line. */
  public static Line title(Code code) {
    return new Line()
        .data(code.word())
        .say("  (exit ")
        .number(code.family().exit())
        .say(")  ")
        .sentence(code.meaning());
  }

  /**
   * The page of one exit code.
   *
   * @param leading the codes of the errors that lead to it; may be empty
   */
  public static Page exit(int exit, String meaning, Words words, String leading) {
    var page = new Page();
    page.line().say("exit ").number(exit).say("  ").sentence(meaning);
    page.gap().line().say("What it says:");
    paragraph(page, words.cause());
    page.gap().line().say("What to do:");
    paragraph(page, words.remedy());
    if (!leading.isEmpty()) {
      page.gap().line().say("Errors that lead to it:");
      paragraph(page, leading);
    }
    return page;
  }

  private static void paragraph(Page page, String text) {
    Prose.wrapped("  " + text).forEach(page::add);
  }
}
