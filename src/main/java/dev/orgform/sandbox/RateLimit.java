package dev.orgform.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * So many requests in a window that begins with its first; one more, and everything is refused for
 * as long again. Every answer carries {@code Ratelimit} and {@code Ratelimit-Policy}.
 */
final class RateLimit implements Layer {
  private final Knobs.Quota quota;
  private final InstantSource clock;
  private Instant end = Instant.MIN;
  private int used;
  private boolean blocked;

  RateLimit(Knobs.Quota quota, InstantSource clock) {
    this.quota = quota;
    this.clock = clock;
  }

  /** What is left after a request that was counted, and until when it counts. */
  private record Count(boolean refused, int left, long seconds) {}

  @Override
  public Answer around(Request request, Dispatcher inside) {
    if (quota.equals(Knobs.Quota.OFF)) {
      return inside.dispatch(request);
    }
    Count count = count(clock.instant());
    Answer answer =
        count.refused()
            ? Denials.throttled().answer().with("Retry-After", Long.toString(count.seconds()))
            : Sandbox.answered(request, inside);
    return answer.with(
        "Ratelimit",
        "\"default\";r=" + count.left() + ";t=" + count.seconds(),
        "Ratelimit-Policy",
        "\"default\";q=" + quota.requests() + ";w=" + seconds(quota.window()));
  }

  private synchronized Count count(Instant now) {
    if (!now.isBefore(end)) {
      end = now.plus(quota.window());
      used = 0;
      blocked = false;
    }
    if (!blocked && used == quota.requests()) {
      end = now.plus(quota.window());
      blocked = true;
    }
    if (!blocked) {
      used++;
    }
    return new Count(blocked, quota.requests() - used, seconds(Duration.between(now, end)));
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
