package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.live.Said;
import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What changing things takes.
 *
 * @param said puts refusals into words
 * @param patience how long to wait for what the API may still hide
 * @param memory where everything is written down first
 * @param waits who waits for what
 */
public record Means(Said said, Patience patience, Memory memory, Waits waits) {
  private static final Duration AGAIN = Duration.ofMillis(250);

  public Means(Said said, Patience patience, Memory memory) {
    this(said, patience, memory, new Waits());
  }

  /** Asks as {@link Waits#until} does, with the patience of this run. */
  public <T> Script<T> until(
      Address step, Supplier<Script<Optional<T>>> ask, Supplier<T> tooLate, Supplier<T> lost) {
    return waits.until(step, patience, ask, tooLate, lost);
  }

  /**
   * Tries until the API speaks of what this run has just created; where it goes on refusing to, its
   * refusal is how the step ends.
   */
  public Script<Outcome> untilOpen(Address step, Supplier<Script<Went>> attempt) {
    return attempt
        .get()
        .then(
            first ->
                first.hidden()
                    ? Script.pause(AGAIN, () -> again(step, attempt, first))
                    : Script.done(first.outcome()));
  }

  private Script<Outcome> again(Address step, Supplier<Script<Went>> attempt, Went first) {
    var last = new AtomicReference<>(first);
    Supplier<Outcome> refused = () -> last.get().outcome();
    return until(
        step,
        () ->
            attempt
                .get()
                .map(
                    went -> {
                      last.set(went.after(last.get()));
                      return went.hidden() ? Optional.empty() : Optional.of(refused.get());
                    }),
        refused,
        refused);
  }

  /** Why the newest reading told nothing; empty where it did. */
  public Optional<Diagnostic> trouble() {
    return waits.reach().last().map(last -> said.in(last.call(), last.reply()));
  }

  /** Why a run ended whose credential the API did not accept any more; empty where it did. */
  public Optional<Diagnostic> refused() {
    if (!waits.reach().endedRefused()) {
      return Optional.empty();
    }
    return trouble()
        .map(
            one ->
                Diagnostic.error(
                        one.code(), "The credential expired or was revoked during this run")
                    .because("The API accepted it before. " + one.detail())
                    .todo(
                        one.remedy()
                            + " Then apply again: what is done stays done, and what is open is"
                            + " looked for first."));
  }

  /** A step that can learn nothing more ends before it sent anything. */
  public Outcome outOfReach(Address step) {
    return new Outcome.Failed(
        trouble().orElseThrow(() -> new IllegalStateException("the API answers")).about(step));
  }
}
