package dev.orgform.sandbox;

/** Makes text from outside safe to show on a terminal. */
final class Plain {
  private static final int LONGEST = 200;

  private Plain() {}

  /** Controls, format characters (bidirectional ones too) and broken surrogates become escapes. */
  static String text(String any) {
    var plain = new StringBuilder();
    any.codePoints().limit(LONGEST).forEach(point -> append(plain, point));
    return any.codePointCount(0, any.length()) > LONGEST ? plain + "…" : plain.toString();
  }

  private static void append(StringBuilder plain, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          plain.append("\\u{%x}".formatted(point));
      default -> plain.appendCodePoint(point);
    }
  }
}
