package dev.orgform.apply;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Change;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of a plan.
 *
 * @param plan what was to be done
 * @param outcomes how each step ended, by its address
 * @param refused why nothing more was done, where the API did not accept the credential any more
 */
public record Applied(
    Plan plan, SortedMap<Address, Outcome> outcomes, Optional<Diagnostic> refused) {
  public Applied {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  public Applied(Plan plan, SortedMap<Address, Outcome> outcomes) {
    this(plan, outcomes, Optional.empty());
  }

  /** The same, and that the API did not accept the credential any more. */
  public Applied refusing(Optional<Diagnostic> why) {
    return new Applied(plan, outcomes, why);
  }

  /** Whether nothing was done and nothing is open, because the credential was not accepted. */
  public boolean isShutOut() {
    return refused.isPresent()
        && plan.steps().stream()
            .map(this::outcome)
            .allMatch(
                outcome ->
                    outcome instanceof Outcome.NotBegun
                        || outcome instanceof Outcome.Skipped
                        || isRefusal(outcome));
  }

  private static boolean isRefusal(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        && failed.why().code() == Code.CREDENTIALS_REFUSED;
  }

  /** Whether every step got done. */
  public boolean complete() {
    return plan.steps().stream().allMatch(step -> outcome(step).isDone());
  }

  /** What was really done, counted from outcomes and never from the plan. */
  public Counts counts() {
    return Counts.of(done().map(Step::change).toList());
  }

  /**
   * Why steps did not get done, in the order of the plan; once for all what they have in common: a
   * credential that is not accepted any more, and what was not begun.
   */
  public List<Diagnostic> diagnostics() {
    var steps =
        plan.steps().stream()
            .filter(step -> refused.isEmpty() || !isRefusal(outcome(step)))
            .flatMap(this::diagnostic);
    return Stream.of(
            refused.stream(), steps, Arrays.stream(Outcome.Halt.values()).flatMap(this::notBegun))
        .flatMap(all -> all)
        .toList();
  }

  /** The id of what a step created; empty where it created nothing with an id. */
  public Optional<String> createdId(Step step) {
    return outcome(step) instanceof Outcome.Done done ? done.id() : Optional.empty();
  }

  public boolean isDone(Step step) {
    return outcome(step).isDone();
  }

  private Stream<Step> done() {
    return plan.steps().stream().filter(this::isDone);
  }

  private Outcome outcome(Step step) {
    return outcomes.getOrDefault(step.address(), new Outcome.Skipped(step.address()));
  }

  private Stream<Diagnostic> diagnostic(Step step) {
    return switch (outcome(step)) {
      case Outcome.Done done -> Stream.empty();
      case Outcome.Failed failed -> Stream.of(placed(failed.why(), step));
      case Outcome.Unknown unknown -> Stream.of(placed(unknown.why(), step));
      case Outcome.Stale stale -> Stream.of(placed(stale.told(), step));
      case Outcome.Skipped skipped -> Stream.of(leftAlone(step, skipped));
      case Outcome.NotBegun notBegun -> Stream.empty();
    };
  }

  private Stream<Diagnostic> notBegun(Outcome.Halt halt) {
    long count =
        plan.steps().stream()
            .filter(step -> outcome(step).equals(new Outcome.NotBegun(halt)))
            .count();
    return count == 0
        ? Stream.empty()
        : Stream.of(
            Diagnostic.warning(
                    Code.STEP_NOT_BEGUN,
                    "%d %s not begun: %s"
                        .formatted(count, count == 1 ? "step was" : "steps were", halt.words()))
                .because("No change was sent for it.")
                .todo("Apply again; what is done stays done."));
  }

  /** What the API said of a step, with the step and the line that wanted it. */
  private static Diagnostic placed(Diagnostic why, Step step) {
    var about = why.about(step.address());
    return switch (step.change()) {
      case Change.Create create -> about.at(create.wanted().place());
      case Change.Update update -> about.at(update.wanted().place());
      case Change.Delete delete -> about.at(delete.removal().place());
    };
  }

  private static Diagnostic leftAlone(Step step, Outcome.Skipped skipped) {
    var verb =
        switch (step.change()) {
          case Change.Create create -> "created";
          case Change.Update update -> "changed";
          case Change.Delete delete -> "deleted";
        };
    return Diagnostic.error(Code.STEP_SKIPPED, step.address() + " was not " + verb)
        .because("It rests on " + skipped.because() + ", which did not get done.")
        .todo("Mend that one and apply again; what is done stays done.")
        .about(step.address());
  }
}
