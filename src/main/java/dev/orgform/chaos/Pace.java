package dev.orgform.chaos;

import dev.orgform.api.Call;
import dev.orgform.api.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** I7: counts what one process sends, and knows what the server asked it to wait for. */
final class Pace {
  private static final long WINDOW = Duration.ofMinutes(5).toNanos();

  /** The shipped engine leaves a sixth of the quota to people. */
  private static final double NEARLY = 0.8;

  private final int quota;
  private final Tally met;
  private final Deque<Long> sends = new ArrayDeque<>();
  private final Set<String> throttled = new HashSet<>(); // never iterated
  private long closedUntil = Long.MIN_VALUE;

  Pace(int quota, Tally met) {
    this.quota = quota;
    this.met = met;
  }

  void leaves(Call call, long now) {
    if (now < closedUntil) {
      throw new Violation.Found(
          "I7", call + " was sent " + seconds(closedUntil - now) + " s inside Retry-After");
    }
    met.met(Met.COUNTED);
    if (throttled.remove(call.line())) {
      met.met(Met.RETRIED);
    }
    sends.addLast(now);
    while (sends.getFirst() <= now - WINDOW) {
      sends.removeFirst();
    }
    if (sends.size() > quota * NEARLY) {
      met.met(Met.NEAR_QUOTA);
    }
    if (sends.size() > quota) {
      throw new Violation.Found("I7", sends.size() + " requests in 300 s, of " + quota);
    }
  }

  /** A 429 reaches the process. */
  void throttled(Call call, Reply.Answer answer, long now) {
    met.met(Met.THROTTLED);
    throttled.add(call.line());
    retryAfter(answer).ifPresent(wait -> closedUntil = Math.max(closedUntil, now + wait.toNanos()));
  }

  private static Optional<Duration> retryAfter(Reply.Answer answer) {
    var text = answer.headers().first("Retry-After").orElse("");
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    var date = answer.headers().first("Date").flatMap(Pace::date);
    return date.flatMap(now -> date(text).map(until -> Duration.between(now, until)));
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long seconds(long nanos) {
    return nanos / 1_000_000_000;
  }
}
