package dev.orgform.sandbox;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /** {@code Did you mean "x"?} with a blank before it, or nothing when no choice is near. */
  static String hint(String written, Collection<String> choices) {
    return choices.stream()
        .filter(choice -> distance(written, choice) <= Math.max(2, written.length() / 3))
        .min(Comparator.comparingInt(choice -> distance(written, choice)))
        .map(choice -> " Did you mean \"" + Plain.text(choice) + "\"?")
        .orElse("");
  }

  /** Insertions, deletions and replacements of one character that turn one word into the other. */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replace = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
