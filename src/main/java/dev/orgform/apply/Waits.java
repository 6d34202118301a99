package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.model.Address;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Which steps of a run wait for something to show, and until when; so that it can be told. */
public final class Waits {
  private final Reach reach = new Reach();
  private final Map<Address, Duration> ends = new TreeMap<>();

  /** Whether waiting makes sense. */
  public Reach reach() {
    return reach;
  }

  /**
   * Asks until there is an answer, until the window has passed, or until nothing can be learned.
   *
   * @param step who waits
   * @param ask ends with nothing where it is worth asking again
   * @param tooLate what it is when the window has passed without an answer
   * @param lost what it is when the API cannot be reached
   */
  <T> Script<T> until(
      Address step,
      Patience patience,
      Supplier<Script<Optional<T>>> ask,
      Supplier<T> tooLate,
      Supplier<T> lost) {
    return Script.<T>look(
            began -> {
              ends.put(step, began.plus(patience.window()));
              return patience.until(ask, tooLate, reach::isLost, lost);
            })
        .map(
            end -> {
              ends.remove(step);
              return end;
            });
  }

  /** What a step waits for now; empty while it does not wait. */
  Optional<Wait> of(Address step, Duration now) {
    return Optional.ofNullable(ends.get(step))
        .map(end -> end.minus(now))
        .filter(left -> !left.isNegative())
        .map(left -> new Wait(left, reach.last().isEmpty()));
  }
}
