package dev.orgform.report;

/**
 * For labels in double quotes in Mermaid, which it shows as HTML or Markdown and searches for
 * directives: whatever is no letter, digit, blank, dot, hyphen or underscore is written by its
 * number.
 */
final class MermaidEscape implements Escape {
  private static final Escape VISIBLE = new TerminalEscape();
  private static final String PLAIN = " ._-";

  @Override
  public String escape(String raw) {
    var safe = new StringBuilder();
    VISIBLE
        .escape(raw)
        .codePoints()
        .forEach(
            codePoint -> {
              if (Character.isLetterOrDigit(codePoint) || PLAIN.indexOf(codePoint) >= 0) {
                safe.appendCodePoint(codePoint);
              } else {
                safe.append('#').append(codePoint).append(';');
              }
            });
    return safe.toString();
  }
}
