package dev.orgform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of a real run: events come from carrier threads, from signals and from time
 * passing.
 *
 * <p>Waits are measured on the monotonic clock, so that a clock that is set back never stretches
 * one; the wall clock is only read to be compared with what the API says.
 */
public final class RealTime implements Scheduler {
  private final Clock clock;
  private final long began = System.nanoTime();
  private final LinkedBlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer timer) -> timer.due).thenComparingLong(Timer::turn));
  private int expected;
  private long turns;

  private record Timer(long due, long turn, Runnable event) {}

  private record Arrived(boolean expected, Runnable event) {}

  public RealTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Override
  public void after(Duration wait, Runnable event) {
    timers.add(new Timer(System.nanoTime() + wait.toNanos(), turns++, event));
  }

  @Override
  public Arrival expect() {
    expected++;
    return event -> arrived.add(new Arrived(true, event));
  }

  /** Has an event happen that nobody waited for, such as a signal; from any thread. */
  public void interrupt(Runnable event) {
    arrived.add(new Arrived(false, event));
  }

  @Override
  public boolean next() {
    try {
      var event = await();
      if (event != null) {
        event.run();
      }
      return event != null;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private @Nullable Runnable await() throws InterruptedException {
    while (expected > 0 || !timers.isEmpty() || !arrived.isEmpty()) {
      var timer = timers.peek();
      var left = timer == null ? Long.MAX_VALUE : timer.due - System.nanoTime();
      if (timer != null && left <= 0) {
        timers.remove();
        return timer.event;
      }
      var event = arrived.poll(left, TimeUnit.NANOSECONDS);
      if (event != null) {
        expected -= event.expected ? 1 : 0;
        return event.event;
      }
    }
    return null;
  }
}
