package dev.orgform.apply;

import dev.orgform.api.Script;
import java.time.Duration;
import java.util.Optional;
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
   */
  public <T> Script<T> until(Supplier<Script<Optional<T>>> ask, Supplier<T> tooLate) {
    return Script.look(began -> ask(ask, tooLate, began.plus(window), FIRST));
  }

  private static <T> Script<T> ask(
      Supplier<Script<Optional<T>>> ask, Supplier<T> tooLate, Duration end, Duration wait) {
    return ask.get()
        .then(
            answer ->
                answer.isPresent()
                    ? Script.done(answer.get())
                    : Script.look(
                        now ->
                            now.compareTo(end) < 0
                                ? Script.pause(wait, () -> ask(ask, tooLate, end, longer(wait)))
                                : Script.done(tooLate.get())));
  }

  private static Duration longer(Duration wait) {
    var twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }
}
