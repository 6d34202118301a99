package dev.orgform.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the next request may go: the arithmetic of Cloudflare's limits, without any waiting. Times
 * are durations since the start of the run, so that no change of the wall clock opens it early.
 *
 * <p>Of the requests that the API allows in a window, some are kept for people at the dashboard.
 * The API's own count, where it gives one, wins over ours, because others spend from the same
 * purse. Source: 1,200 requests in five minutes for a user over all credentials, 200 in a second
 * for an address, and the headers {@code Ratelimit}, {@code Ratelimit-Policy} and {@code
 * Retry-After}.
 */
final class Gate {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FIRST_BLOCK = Duration.ofSeconds(60);
  private static final Duration LONGEST_BLOCK = Duration.ofMinutes(5);

  private final double kept;
  private final Sliding perSecond = new Sliding(150, SECOND);
  private Sliding perWindow;
  private int quota;
  private int underWay;
  private Duration block = FIRST_BLOCK;
  private Duration closedUntil = Duration.ZERO;

  /**
   * Opens a gate.
   *
   * @param reserve how many of the quota are left to people; of another quota the same share
   */
  Gate(int quota, Duration window, int reserve) {
    this.kept = (double) reserve / quota;
    this.quota = quota;
    this.perWindow = new Sliding(ours(), window);
  }

  /** Requests in a window that are ours to spend, at least one. */
  private int ours() {
    return Math.max(1, quota - reserve());
  }

  private int reserve() {
    return (int) Math.floor(kept * quota);
  }

  /** How long from now until one more request may go; zero when it may go at once. */
  Duration wait(Duration now) {
    var free = later(closedUntil, later(perWindow.free(now), perSecond.free(now)));
    return free.compareTo(now) > 0 ? free.minus(now) : Duration.ZERO;
  }

  void sent(Duration now) {
    perWindow.sent(now);
    perSecond.sent(now);
    underWay++;
  }

  /** Takes in what the API says about its limits; a reply without such headers says nothing. */
  void replied(Limit limit, Duration now) {
    underWay--;
    if (limit.quota().isPresent() && limit.window().isPresent()) {
      quota = Math.max(1, limit.quota().getAsInt());
      perWindow = perWindow.as(ours(), limit.window().get());
    }
    if (limit.left().isPresent() && limit.left().getAsInt() - underWay <= reserve()) {
      close(now.plus(limit.reset().orElse(perWindow.length())));
    }
    if (limit.blocked().isPresent()) {
      blocked(limit.blocked().get(), now);
    } else {
      block = FIRST_BLOCK;
    }
  }

  /** A block that does not say how long it is gets longer each time. */
  private void blocked(Duration said, Duration now) {
    if (said.isZero()) {
      close(now.plus(block));
      var twice = block.multipliedBy(2);
      block = twice.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : twice;
    } else {
      close(now.plus(said));
    }
  }

  private void close(Duration until) {
    closedUntil = later(closedUntil, until);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** At most so many in any stretch of that length. */
  private static final class Sliding {
    private final int most;
    private final Duration length;
    private final Deque<Duration> sent = new ArrayDeque<>();

    Sliding(int most, Duration length) {
      this.most = most;
      this.length = length;
    }

    Sliding as(int otherMost, Duration otherLength) {
      if (otherMost == most && otherLength.equals(length)) {
        return this;
      }
      var other = new Sliding(otherMost, otherLength);
      other.sent.addAll(sent);
      return other;
    }

    Duration length() {
      return length;
    }

    void sent(Duration now) {
      sent.addLast(now);
    }

    /** The first instant at which one more fits. */
    Duration free(Duration now) {
      while (!sent.isEmpty() && sent.getFirst().plus(length).compareTo(now) <= 0) {
        sent.removeFirst();
      }
      if (sent.size() < most) {
        return Duration.ZERO;
      }
      // So many of the oldest must fall out of the stretch; nearly always it is one.
      var oldest = sent.iterator();
      var last = oldest.next();
      for (int left = sent.size() - most; left > 0; left--) {
        last = oldest.next();
      }
      return last.plus(length);
    }
  }
}
