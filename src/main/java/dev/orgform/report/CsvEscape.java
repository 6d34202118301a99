package dev.orgform.report;

/**
 * For a field of a CSV file that people open in a spreadsheet: visible text, quoted where RFC 4180
 * needs it, and with an apostrophe before what a spreadsheet would take for a formula (source:
 * OWASP, CSV injection).
 */
final class CsvEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  /** What begins a formula, in the wide forms too, which some programs take for the others. */
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

  private static final String QUOTED = "\",;|\n\r\t";

  @Override
  public String escape(String raw) {
    var visible = VISIBLE.escape(raw);
    var bare = visible.stripLeading();
    boolean formula = !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    var harmless = formula ? "'" + visible : visible;
    boolean plain =
        harmless.equals(harmless.strip())
            && harmless.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
