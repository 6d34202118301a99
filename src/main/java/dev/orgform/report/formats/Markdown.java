package dev.orgform.report.formats;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.orgform.documents.Source;
import dev.orgform.report.Escape;
import dev.orgform.report.Shortened;
import dev.orgform.report.TerminalEscape;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of Markdown. Our own words go in as constants of the program; everything else stands in
 * code, between fences or in a summary, or is {@link Prose}, so there is no way past the encoders.
 */
final class Markdown {
  private static final Escape SPAN = new CodeSpan();
  private static final Escape HTML = new MarkupEscape();
  private static final Escape VISIBLE = new TerminalEscape();

  /** As many backticks begin a fence, at least. */
  private static final int FENCE = 3;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_](?:[-./]?[A-Za-z0-9_])*");

  private final StringBuilder text = new StringBuilder();

  /** Words of ours. */
  Markdown say(@CompileTimeConstant String words) {
    text.append(words);
    return this;
  }

  Markdown number(long number) {
    text.append(number);
    return this;
  }

  /** Anybody's text as code. */
  Markdown code(String raw) {
    text.append(SPAN.escape(shortened(Shortened.VALUE, raw)));
    return this;
  }

  /**
   * A sentence that may quote anybody: as text with what it quotes as code, or all of it as code.
   */
  Markdown sentence(String raw) {
    var shortened = shortened(Shortened.SENTENCE / 4, raw);
    text.append(Prose.of(shortened).orElseGet(() -> SPAN.escape(shortened)));
    return this;
  }

  /** Whether a sentence is drawn whole and as text. */
  static boolean isText(String raw) {
    return shortened(Shortened.SENTENCE / 4, raw).equals(raw) && Prose.of(raw).isPresent();
  }

  /** Letters, digits and hyphens, as {@link Marker} leaves them. */
  Markdown plain(String word) {
    if (!PLAIN.matcher(word).matches()) {
      throw new IllegalArgumentException("not plain");
    }
    text.append(word);
    return this;
  }

  /** Where something is said. */
  Markdown place(Source at) {
    return code(at.line() == 0 ? at.file() : at.file() + ":" + at.line());
  }

  /** Anybody's text within HTML of ours, as code. */
  Markdown html(String raw) {
    text.append("<code>").append(HTML.escape(shortened(Shortened.VALUE, raw))).append("</code>");
    return this;
  }

  /**
   * Lines that may quote anybody between fences that none of them can close.
   *
   * @param info what the lines are, such as {@code diff}
   */
  Markdown fenced(@CompileTimeConstant String info, List<String> lines) {
    var safe = lines.stream().map(Markdown::line).toList();
    int longest = safe.stream().mapToInt(CodeSpan::longestRun).max().orElse(0);
    var fence = "`".repeat(Math.max(FENCE, longest + 1));
    text.append(fence).append(info).append('\n');
    safe.forEach(line -> text.append(line).append('\n'));
    text.append(fence).append('\n');
    return this;
  }

  Markdown add(Markdown other) {
    text.append(other.text);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /** A line whose first character may be a sign of ours. */
  private static String line(String raw) {
    return VISIBLE.escape(shortened(Shortened.VALUE, raw));
  }

  private static String shortened(int limit, String raw) {
    var shortened = Shortened.to(limit, raw);
    return shortened.head() + shortened.rest();
  }
}
