package dev.orgform.config;

import dev.orgform.scribe.Hidden;
import java.util.Locale;

/** Which characters hide, reorder or control text, and how such text is shown. */
final class Characters {
  private static final int SHOWN = 60;

  private Characters() {}

  /**
   * Whether people cannot see a character or see others elsewhere because of it: C0 and C1
   * controls, direction marks, invisible spaces and joiners that no language needs, tag characters,
   * non-characters and lone surrogates. ZWJ and ZWNJ are letters' business and pass.
   */
  static boolean isHidden(int c) {
    return Hidden.is(c);
  }

  static boolean hasHidden(String text) {
    return text.codePoints().anyMatch(Characters::isHidden);
  }

  /** Whether a character takes no room at all, be it hidden or a letter's business. */
  static boolean isInvisible(int c) {
    return Hidden.isInvisible(c);
  }

  /** White space of any kind, the kinds that do not break included. */
  static boolean isSpace(int c) {
    return Hidden.isSpace(c);
  }

  /** {@code U+202E}. */
  static String name(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  /** Text of a file for a diagnostic: in quotes, hidden characters spelled out, not too long. */
  static String quote(String text) {
    return enclosed('"', text);
  }

  /** The same for a key. */
  static String code(String key) {
    return enclosed('`', key);
  }

  /** With a capital at its start, unless it starts with something quoted. */
  static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String enclosed(char quote, String text) {
    var out = new StringBuilder().append(quote);
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (shown++ == SHOWN) {
        return out.append('…').append(quote).toString();
      }
      show(c, out);
      i += Character.charCount(c);
    }
    return out.append(quote).toString();
  }

  /** A file's name as it is shown: nothing hidden. */
  static String visible(String name) {
    if (!hasHidden(name)) {
      return name;
    }
    var out = new StringBuilder();
    name.codePoints().forEach(c -> show(c, out));
    return out.toString();
  }

  private static void show(int c, StringBuilder out) {
    if (isHidden(c) || Character.getType(c) == Character.FORMAT || c != ' ' && isSpace(c)) {
      out.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
    } else {
      out.appendCodePoint(c);
    }
  }
}
