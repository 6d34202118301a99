package dev.orgform.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that happened, as one number that is the same only for the same story. */
final class Trace {
  private static final long PRIME = 0x100000001B3L;

  private final boolean kept;
  private final List<String> lines = new ArrayList<>();
  private long hash = 0xCBF29CE484222325L;

  /**
   * A trace.
   *
   * @param kept whether its lines are wanted as well
   */
  Trace(boolean kept) {
    this.kept = kept;
  }

  void note(long nanos, String what, String more) {
    mix(nanos);
    mix(what);
    mix(more);
    if (kept) {
      lines.add(String.format(Locale.ROOT, "%10.3f %s %s", nanos / 1e9, what, more));
    }
  }

  private void mix(String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
  }

  private void mix(long number) {
    hash = (hash ^ number) * PRIME;
    hash ^= hash >>> 29;
  }

  long hash() {
    return hash;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
