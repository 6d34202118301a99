package dev.orgform.report.formats;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For message strings of SARIF, in which brackets make links and braces stand for arguments;
 * source: SARIF 2.1.0, 3.11.5 and 3.11.6. The quoting of JSON comes on top.
 */
final class SarifEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  @Override
  public String escape(String raw) {
    return VISIBLE
        .escape(raw)
        .replace("\\", "\\\\")
        .replace("[", "\\[")
        .replace("]", "\\]")
        .replace("{", "{{")
        .replace("}", "}}");
  }
}
