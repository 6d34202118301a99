package dev.orgform.apply;

import dev.orgform.api.Script;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How long to wait for something that the API may still hide: ask, wait a little longer each time,
 * and give up when the window has passed.
 *
 * @param window how long in all; 300 s unless the user says otherwise
 */
public record Patience(Duration window) {
  public static final Patience DEFAULT = new Patience(Duration.ofMinutes(5));

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  /**
   * Asks until there is an answer.
   *
   * @param ask ends with nothing where it is worth asking again
   * @param tooLate what it is when the window has passed without an answer
   * @param pointless whether nothing can be learned by asking on
   * @param lost what it is then, however much of the window is left
   */
  <T> Script<T> until(
      Supplier<Script<Optional<T>>> ask,
      Supplier<T> tooLate,
      BooleanSupplier pointless,
      Supplier<T> lost) {
    return Script.look(
        began -> new Asking<>(ask, tooLate, pointless, lost, began.plus(window)).again(FIRST));
  }

  private record Asking<T>(
      Supplier<Script<Optional<T>>> ask,
      Supplier<T> tooLate,
      BooleanSupplier pointless,
      Supplier<T> lost,
      Duration end) {
    Script<T> again(Duration wait) {
      return ask.get().then(answer -> answer.map(Script::done).orElseGet(() -> unanswered(wait)));
    }

    private Script<T> unanswered(Duration wait) {
      if (pointless.getAsBoolean()) {
        return Script.done(lost.get());
      }
      return Script.look(
          now ->
              now.compareTo(end) < 0
                  ? Script.pause(wait, () -> again(longer(wait)))
                  : Script.done(tooLate.get()));
    }
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }
}
