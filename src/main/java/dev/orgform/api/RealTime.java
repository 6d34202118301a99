package dev.orgform.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The scheduler of a real run: events come from carrier threads and from time passing.
 *
 * <p>Waits are measured on the monotonic clock, so that a clock that is set back never stretches
 * one; the wall clock is only read to be compared with what the API says.
 */
public final class RealTime implements Scheduler {
  private final Clock clock;
  private final LinkedBlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer timer) -> timer.due).thenComparingLong(Timer::turn));
  private int expected;
  private long turns;

  private record Timer(long due, long turn, Runnable event) {}

  public RealTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void after(Duration wait, Runnable event) {
    timers.add(new Timer(System.nanoTime() + wait.toNanos(), turns++, event));
  }

  @Override
  public Arrival expect() {
    expected++;
    return arrived::add;
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

  private @org.jspecify.annotations.Nullable Runnable await() throws InterruptedException {
    while (true) {
      var timer = timers.peek();
      var left = timer == null ? Long.MAX_VALUE : timer.due - System.nanoTime();
      if (timer != null && left <= 0) {
        timers.remove();
        return timer.event;
      }
      if (expected == 0) {
        if (timer == null) {
          return null;
        }
        TimeUnit.NANOSECONDS.sleep(left);
        continue;
      }
      var event = timer == null ? arrived.take() : arrived.poll(left, TimeUnit.NANOSECONDS);
      if (event != null) {
        expected--;
        return event;
      }
    }
  }
}
