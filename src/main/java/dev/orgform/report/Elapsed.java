package dev.orgform.report;

import java.time.Duration;
import java.util.Locale;

/** Times as Terraform writes them: in whole seconds, from the half second on rounded up. */
final class Elapsed {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private Elapsed() {}

  static long seconds(Duration elapsed) {
    return elapsed.plusMillis(500).toSeconds();
  }

  /** While it runs: {@code 00m10s}; minutes go beyond 59. */
  static String clock(Duration elapsed) {
    long seconds = seconds(elapsed);
    return String.format(Locale.ROOT, "%02dm%02ds", seconds / MINUTE, seconds % MINUTE);
  }

  /** When it is over: {@code 2s}, {@code 1m2s} or {@code 1h0m2s}. */
  static String words(Duration elapsed) {
    long seconds = seconds(elapsed);
    var words = new StringBuilder();
    if (seconds >= HOUR) {
      words.append(seconds / HOUR).append('h');
    }
    if (seconds >= MINUTE) {
      words.append(seconds % HOUR / MINUTE).append('m');
    }
    return words.append(seconds % MINUTE).append('s').toString();
  }
}
