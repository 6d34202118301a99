package dev.orgform.report;

/** Which characters people cannot see, or see elsewhere than where they stand. */
public final class Invisible {
  private static final int IDEOGRAPHIC_SPACE = 0x3000;

  private Invisible() {}

  /** Controls, marks of direction, zero-width characters, odd blanks, lone surrogates. */
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ' && codePoint != IDEOGRAPHIC_SPACE;
      default ->
          isBlankLetter(codePoint) || isSelector(codePoint) || (codePoint & 0xfffe) == 0xfffe;
    };
  }

  /** Letters and symbols that are drawn as nothing: fillers, joiners, blank Braille. */
  private static boolean isBlankLetter(int codePoint) {
    return switch (codePoint) {
      case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
      default -> false;
    };
  }

  private static boolean isSelector(int codePoint) {
    return between(codePoint, 0x180b, 0x180f)
        || between(codePoint, 0xfe00, 0xfe0f)
        || between(codePoint, 0xe0000, 0xe0fff);
  }

  private static boolean between(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
