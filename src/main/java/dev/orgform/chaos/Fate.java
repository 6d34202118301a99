package dev.orgform.chaos;

import dev.orgform.api.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the moments of the process and has happen to it what is to happen. */
final class Fate {
  private static final Duration DAY = Duration.ofDays(1);

  private final Mishaps mishaps;
  private final SimulatedTime time;
  private final SortedMap<Integer, Mishap> fired = new TreeMap<>();
  private Optional<Stop> stop = Optional.empty();
  private long stoppedAt;
  private boolean full;
  private boolean calm;
  private int moment;

  Fate(Mishaps mishaps, SimulatedTime time) {
    this.mishaps = mishaps;
    this.time = time;
  }

  /** From here on nothing befalls it any more. */
  void calm() {
    calm = true;
  }

  /** A new process, whose disk has room and which nobody has asked to stop. */
  void born() {
    full = false;
    stop = Optional.empty();
    stoppedAt = -1;
  }

  /** Whoever asks it to stop reaches this; where there is none, asking kills. */
  void listen(Optional<Stop> listener) {
    stop = listener;
  }

  boolean isFull() {
    return full;
  }

  /** When it was asked to stop, in the world's nanoseconds; negative where it was not. */
  long stoppedAt() {
    return stoppedAt;
  }

  SortedMap<Integer, Mishap> fired() {
    return fired;
  }

  /** One more moment, which may be the last. */
  void moment() {
    moment++;
    if (calm) {
      return;
    }
    var mishap = mishaps.at(moment);
    if (mishap.isPresent()) {
      fired.put(moment, mishap.get());
      befalls(mishap.get());
    }
  }

  private void befalls(Mishap mishap) {
    switch (mishap) {
      case KILL -> throw new Died();
      case STOP -> stop();
      case FULL -> full = true;
      case FORWARD -> time.jump(DAY);
      case BACK -> time.jump(DAY.negated());
    }
  }

  /** As ctrl-c: the first one drains where somebody listens, and any other kills. */
  private void stop() {
    if (stop.isEmpty() || stoppedAt >= 0) {
      throw new Died();
    }
    stoppedAt = time.nanos();
    time.after(Duration.ZERO, stop.get()::request);
  }
}
