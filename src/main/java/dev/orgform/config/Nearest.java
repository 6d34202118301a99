package dev.orgform.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The known word with the fewest letters wrong, missing, extra or swapped; the first of equals,
   * and nothing where more than a third of the letters would have to change.
   */
  public static Optional<String> to(String wrong, Collection<String> known) {
    var word = wrong.toLowerCase(Locale.ROOT);
    int best = Math.max(1, word.length() / 3) + 1;
    String nearest = null;
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    for (var candidate : known) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(word, candidate.toLowerCase(Locale.ROOT));
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** A question that holds the nearest word, or nothing. */
  public static String hint(String wrong, Collection<String> known) {
    return to(wrong, known).map(word -> "Did you mean `" + word + "`?").orElse("");
  }

  /** Optimal string alignment: edits and swaps of neighbours. */
  private static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    var previous = new int[b.length() + 1];
    var current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        current[j] = swapped ? Math.min(least, before[j - 2] + 1) : least;
      }
      var spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
