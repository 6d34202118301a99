package dev.orgform.report;

/**
 * For labels in double quotes in DOT, the language of Graphviz, which knows escapes by backslash
 * and, in labels, entities of HTML.
 */
final class DotEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();

  @Override
  public String escape(String raw) {
    return VISIBLE.escape(raw).replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
  }
}
