package dev.orgform.report;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of output. Our own words go in as constants of the program, which the compiler checks;
 * everything else goes through {@link TerminalEscape}, so there is no way past it.
 */
public final class Line {
  private static final Escape ESCAPE = new TerminalEscape();

  private record Span(Style style, String safe) {}

  private final List<Span> spans = new ArrayList<>();

  /** Words of ours. */
  public Line say(@CompileTimeConstant String words) {
    return say(Style.PLAIN, words);
  }

  /** Words of ours. */
  public Line say(Style style, @CompileTimeConstant String words) {
    return add(style, words);
  }

  /** Anybody's text, at most {@value Shortened#VALUE} characters of it. */
  public Line data(String raw) {
    return data(Style.PLAIN, raw);
  }

  /** Anybody's text, at most {@value Shortened#VALUE} characters of it. */
  public Line data(Style style, String raw) {
    return shortened(style, Shortened.to(Shortened.VALUE, raw));
  }

  /**
   * Text of ours with nothing cut off, however long: a command that is there to be copied, help. It
   * may hold what was typed, and is encoded like anything else.
   */
  public Line whole(String ours) {
    return add(Style.PLAIN, ESCAPE.escape(ours));
  }

  /** Anybody's text in quotes, at most {@value Shortened#VALUE} characters of it. */
  public Line quoted(String raw) {
    return quoted(Style.PLAIN, raw);
  }

  /** Anybody's text in quotes, at most {@value Shortened#VALUE} characters of it. */
  public Line quoted(Style style, String raw) {
    var shortened = Shortened.to(Shortened.VALUE, raw);
    var escaped = shortened.head().replace("\\", "\\\\").replace("\"", "\\\"");
    return add(style, "\"" + ESCAPE.escape(escaped) + "\"").add(style, shortened.rest());
  }

  /** A sentence that may quote anybody, at most {@value Shortened#SENTENCE} characters of it. */
  public Line sentence(String raw) {
    return sentence(Style.PLAIN, raw);
  }

  /** A sentence that may quote anybody, at most {@value Shortened#SENTENCE} characters of it. */
  public Line sentence(Style style, String raw) {
    return shortened(style, Shortened.to(Shortened.SENTENCE, raw));
  }

  public Line number(long number) {
    return add(Style.PLAIN, Long.toString(number));
  }

  public Line spaces(int count) {
    return add(Style.PLAIN, " ".repeat(count));
  }

  /** As many of one character of ours. */
  Line repeat(Style style, char ours, int count) {
    return add(style, String.valueOf(ours).repeat(count));
  }

  /** What another line holds. */
  public Line add(Line other) {
    spans.addAll(List.copyOf(other.spans));
    return this;
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The columns that it takes on a terminal. */
  int columns() {
    return Columns.of(plain());
  }

  /** The line without its line break, and without blanks at its end. */
  public String in(Ink ink) {
    var plain = plain();
    var commands = CommandForms.in(plain);
    var printed = new StringBuilder();
    int end = plain.stripTrailing().length();
    int at = 0;
    for (var span : spans) {
      var safe = new StringBuilder();
      for (int i = 0; i < span.safe.length() && at < end; i++, at++) {
        char c = span.safe.charAt(i);
        safe.append(commands.contains(at) ? TerminalEscape.spelled(c) : String.valueOf(c));
      }
      printed.append(ink == Ink.COLOUR ? span.style.around(safe.toString()) : safe);
    }
    return printed.toString();
  }

  private String plain() {
    var plain = new StringBuilder();
    spans.forEach(span -> plain.append(span.safe));
    return plain.toString();
  }

  private Line shortened(Style style, Shortened shortened) {
    return add(style, ESCAPE.escape(shortened.head())).add(style, shortened.rest());
  }

  private Line add(Style style, String safe) {
    spans.add(new Span(style, safe));
    return this;
  }
}
