package dev.orgform.config;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a name looks like: two names with one skeleton are taken for each other. The rule: NFKC,
 * invisible characters out, case folded, Cyrillic and Greek letters that look like Latin ones
 * replaced by them, any white space to one blank, none at the ends.
 */
final class Skeleton {
  /** A Cyrillic or Greek letter and the Latin one it looks like in one of its cases, in turn. */
  private static final String LOOK_ALIKES =
      "\u0430a\u0432b\u0435e\u04bbh\u0456i\u0458j\u043ak\u043cm"
          + "\u043dh\u043eo\u0440p\u051bq\u0441c\u0455s\u0442t\u0443y"
          + "\u0445x\u0475v\u051dw\u044cb"
          + "\u03b1a\u03b2b\u03b5e\u03b6z\u03b7h\u03b9i\u03bak\u03bcm"
          + "\u03bdn\u03bfo\u03c1p\u03c4t\u03c5y\u03c7x\u03f3j";

  private static final Map<Integer, Integer> LATIN = table();

  private Skeleton() {}

  /** Longer names are compared as they are: normalizing takes time by the square of the length. */
  private static final int LONGEST = 1_000;

  static String of(String name) {
    if (name.length() > LONGEST) {
      return name;
    }
    var letters = Normalizer.normalize(name, Normalizer.Form.NFKC);
    var folded = letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(folded.length());
    boolean space = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Characters.isSpace(c)) {
        space = !out.isEmpty();
      } else if (!Characters.isInvisible(c)) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.appendCodePoint(c < 0x80 ? c : LATIN.getOrDefault(c, c));
      }
    }
    return out.toString();
  }

  private static Map<Integer, Integer> table() {
    var table = new HashMap<Integer, Integer>();
    for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
      table.put((int) LOOK_ALIKES.charAt(i), (int) LOOK_ALIKES.charAt(i + 1));
    }
    return Map.copyOf(table);
  }
}
