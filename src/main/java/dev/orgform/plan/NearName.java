package dev.orgform.plan;

import dev.orgform.model.Value;
import java.util.Locale;

/**
 * Which names people may take for one another, or make one of the other: those that differ by no
 * more than case, blanks and marks, by what stands at the end, or by a quarter of their letters.
 */
final class NearName {
  private static final int LONGEST = 64;

  private NearName() {}

  /** The letters and digits of a name in lower case, so many of them as are compared. */
  static String bare(String name) {
    var bare = new StringBuilder();
    Value.letters(name)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LONGEST)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** Whether two names are near each other, as {@link #bare} made them. */
  static boolean near(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    return a.startsWith(b)
        || b.startsWith(a)
        || isWithin(a, b, Math.max(a.length(), b.length()) / 4);
  }

  /** Whether so many letters wrong, missing or extra make one the other. */
  private static boolean isWithin(String a, String b, int most) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      int least = i;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return false;
      }
    }
    return row[b.length()] <= most;
  }
}
