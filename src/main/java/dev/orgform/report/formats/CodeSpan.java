package dev.orgform.report.formats;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For code spans in Markdown, where nothing is a link, a mention, a picture or HTML: between more
 * backticks than the text holds in a row, and never empty. A bar would end a cell of a table, so
 * tables hold numbers alone.
 */
final class CodeSpan implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  @Override
  public String escape(String raw) {
    var visible = VISIBLE.escape(raw);
    var ticks = "`".repeat(longestRun(visible) + 1);
    // A blank at both ends is taken off again by whoever shows the span.
    var apart = needsRoom(visible) ? " " : "";
    return ticks + apart + visible + apart + ticks;
  }

  private static boolean needsRoom(String visible) {
    return visible.isBlank()
        || visible.startsWith("`")
        || visible.endsWith("`")
        || (visible.startsWith(" ") && visible.endsWith(" "));
  }

  /** The most backticks that stand next to each other. */
  static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
