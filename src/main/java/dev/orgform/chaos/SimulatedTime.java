package dev.orgform.chaos;

import dev.orgform.api.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * Time that passes only when nothing is left to be done now. The world's clock is right; the
 * process's own may be wrong by days. A process that dies takes its events with it, and what is on
 * its way through the network stays.
 */
final class SimulatedTime implements Scheduler, InstantSource {
  static final Instant BEGAN = Instant.parse("2026-11-21T08:00:00Z");

  private final PriorityQueue<Happening> happenings = new PriorityQueue<>();
  private long nanos;
  private long turns;
  private long wrongBy;
  private long bornAt;
  private int life;
  private Runnable beforeEach = () -> {};

  /** An event of one life of the process; of life 0 where it belongs to the world. */
  private record Happening(long due, long turn, int life, Runnable event)
      implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      return due == other.due ? Long.compare(turn, other.turn) : Long.compare(due, other.due);
    }
  }

  /** Has this done before every event of the process. */
  void beforeEach(Runnable deed) {
    beforeEach = deed;
  }

  /** A process begins: what is scheduled from now on is its own. */
  void born() {
    life++;
    bornAt = nanos;
  }

  /** The process is gone, and all that it waited for. */
  void died() {
    int gone = life;
    happenings.removeIf(happening -> happening.life == gone);
    life++;
  }

  int life() {
    return life;
  }

  /** The process's wall clock is set. */
  void jump(Duration by) {
    wrongBy += by.toNanos();
  }

  /** Lets time pass with nobody but the world acting in it. */
  void pass(Duration length) {
    long end = nanos + length.toNanos();
    while (!happenings.isEmpty() && happenings.peek().due <= end) {
      var happening = happenings.remove();
      nanos = happening.due;
      happening.event.run();
    }
    nanos = end;
  }

  void inWorld(Duration wait, Runnable event) {
    happenings.add(new Happening(nanos + wait.toNanos(), turns++, 0, event));
  }

  /** What happens to a certain life of the process, and never to a later one. */
  void toLife(int whose, Duration wait, Runnable event) {
    if (whose == life) {
      after(wait, event);
    }
  }

  /** The world's clock. */
  @Override
  public Instant instant() {
    return BEGAN.plusNanos(nanos);
  }

  /** The world's time since the beginning, in nanoseconds. */
  long nanos() {
    return nanos;
  }

  @Override
  public Instant now() {
    return BEGAN.plusNanos(nanos + wrongBy);
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(nanos - bornAt);
  }

  @Override
  public void after(Duration wait, Runnable event) {
    happenings.add(new Happening(nanos + wait.toNanos(), turns++, life, event));
  }

  @Override
  public Arrival expect() {
    return event -> after(Duration.ZERO, event);
  }

  @Override
  public boolean next() {
    var happening = happenings.poll();
    if (happening == null) {
      return false;
    }
    nanos = happening.due;
    if (happening.life != 0) {
      beforeEach.run();
    }
    happening.event.run();
    return true;
  }
}
