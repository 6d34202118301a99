package dev.orgform.report;

import dev.orgform.model.Place;

/**
 * A line of a file with what is meant underlined; columns are counted in what is shown, so the
 * carets stand right below wide, combining and spelled-out characters too.
 */
final class Snippet {
  /** The most code points shown left of what is meant. */
  private static final int BEFORE = 60;

  /** The most code points shown from there on. */
  private static final int AFTER = 80;

  private static final String TAB = "    ";

  private Snippet() {}

  /** {@code on FILE line N, column C:} and the line, where there is one to show. */
  static Page of(Place place) {
    var page = new Page();
    var where = page.line().say("  on ").data(Style.TITLE, place.file());
    if (place.line() == 0) {
      return page;
    }
    where.say(" line ").number(place.line()).say(", column ").number(place.column()).say(":");
    if (!place.source().isEmpty()) {
      underlined(page, place);
    }
    return page;
  }

  private static void underlined(Page page, Place place) {
    int[] source = place.source().codePoints().toArray();
    int start = Math.min(Math.max(0, place.column() - 1), source.length);
    int end = Math.min(start + Math.max(1, place.length()), source.length);
    int first = Math.max(0, start - BEFORE);
    int last = Math.min(source.length, start + AFTER);
    var number = new Line().spaces(4).number(place.line()).say(": ");
    var code = new Line().add(number).say(first > 0 ? "…" : "");
    code.sentence(shown(source, first, start));
    int margin = code.columns();
    code.sentence(shown(source, start, last)).say(last < source.length ? "…" : "");
    page.add(code);
    int carets = Columns.of(visible(source, start, Math.min(end, last)));
    page.line().spaces(margin).repeat(Style.ERROR, '^', Math.max(1, carets));
  }

  /** What is handed to the encoder: tabs as blanks, everything else as it is. */
  private static String shown(int[] source, int from, int to) {
    return new String(source, from, to - from).replace("\t", TAB);
  }

  private static String visible(int[] source, int from, int to) {
    return new TerminalEscape().escape(shown(source, from, to));
  }
}
