package dev.orgform.scribe;

/** Which characters may stand in a configuration file only as escapes in double quotes. */
public final class Hidden {
  private Hidden() {}

  /**
   * Whether people cannot see a character or see others elsewhere because of it: C0 and C1
   * controls, direction marks, invisible spaces and joiners that no language needs, tag characters,
   * non-characters and lone surrogates. ZWJ and ZWNJ are letters' business and pass.
   */
  public static boolean is(int c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    return c <= 0x9F
        || c == 0x061C
        || c == 0x180E
        || (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  /** Whether a character takes no room at all, be it hidden or a letter's business. */
  public static boolean isInvisible(int c) {
    return is(c)
        || Character.getType(c) == Character.FORMAT
        || c == 0x034F
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  public static boolean isAnywhereIn(String text) {
    return text.codePoints().anyMatch(Hidden::is);
  }

  /** White space of any kind, the kinds that do not break included. */
  public static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether there is nothing in a text that anybody could see. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> isSpace(c) || isInvisible(c));
  }
}
