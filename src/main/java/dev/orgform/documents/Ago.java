package dev.orgform.documents;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the largest unit that fits, rounded down. */
public final class Ago {
  private Ago() {}

  /** Such as {@code 3 days ago}; {@code just now} below a minute, and where clocks disagree. */
  public static String words(Instant when, Instant now) {
    var past = Duration.between(when, now);
    if (past.toDays() > 0) {
      return count(past.toDays(), "day");
    } else if (past.toHours() > 0) {
      return count(past.toHours(), "hour");
    }
    return past.toMinutes() > 0 ? count(past.toMinutes(), "minute") : "just now";
  }

  private static String count(long count, String unit) {
    return count + " " + unit + (count == 1 ? " ago" : "s ago");
  }
}
