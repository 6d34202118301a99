package dev.orgform.world;

import dev.orgform.api.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when nothing is left to be done now; equal times happen in their turn. */
public final class VirtualTime implements Scheduler {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::turn));
  private static final Instant BEGAN = Instant.parse("2026-11-21T08:00:00Z");

  private Instant now = BEGAN;
  private long turns;

  private record Event(Instant due, long turn, Runnable happens) {}

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration elapsed() {
    return Duration.between(BEGAN, now);
  }

  @Override
  public void after(Duration wait, Runnable event) {
    events.add(new Event(now.plus(wait), turns++, event));
  }

  @Override
  public Arrival expect() {
    return event -> after(Duration.ZERO, event);
  }

  @Override
  public boolean next() {
    var event = events.poll();
    if (event == null) {
      return false;
    }
    now = event.due;
    event.happens.run();
    return true;
  }

  /** Lets time pass with nobody acting in it. */
  public void pass(Duration length) {
    var end = now.plus(length);
    after(length, () -> {});
    while (now.isBefore(end)) {
      next();
    }
  }
}
