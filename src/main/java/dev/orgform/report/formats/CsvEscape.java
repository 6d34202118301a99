package dev.orgform.report.formats;

import dev.orgform.report.Escape;
import dev.orgform.report.TerminalEscape;

/**
 * For cells of CSV (RFC 4180), all of them in quotes. What a spreadsheet would take for a formula
 * gets an apostrophe before it, which spreadsheets take for "this is text"; source: OWASP's page on
 * CSV injection.
 */
final class CsvEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  /** What begins a formula, in the common and the full-width form. */
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

  @Override
  public String escape(String raw) {
    var visible = VISIBLE.escape(raw);
    var first = visible.stripLeading();
    boolean formula = !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + visible.replace("\"", "\"\"") + "\"";
  }
}
