package dev.orgform.report.formats;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For text and quoted attributes of XML 1.0 and HTML: characters that XML forbids are spelled out
 * by their number, and what has a meaning there becomes a reference.
 */
final class MarkupEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  @Override
  public String escape(String raw) {
    return VISIBLE
        .escape(raw)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
