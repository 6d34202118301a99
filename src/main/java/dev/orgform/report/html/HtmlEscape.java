package dev.orgform.report.html;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For HTML and SVG, as text and in quoted attributes: what cannot be seen is spelled out, and every
 * character that means something to a parser, or to the runner that prints the file into its log,
 * is written by its number. There is no data in style, script or addresses at all.
 */
public final class HtmlEscape implements Escape {
  private static final String SPECIAL = "&<>\"'`=#:{}[]%$\\|*";

  @Override
  public String escape(String raw) {
    var safe = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(codePoint -> encode(codePoint, safe));
    return safe.toString();
  }

  private static void encode(int codePoint, StringBuilder safe) {
    if (SPECIAL.indexOf(codePoint) >= 0) {
      safe.append("&#").append(codePoint).append(';');
      return;
    }
    for (char c : TerminalEscape.shown(codePoint).toCharArray()) {
      if (c != codePoint && SPECIAL.indexOf(c) >= 0) {
        safe.append("&#").append((int) c).append(';');
      } else {
        safe.append(c);
      }
    }
  }
}
