package dev.orgform.guard;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.List;

/**
 * Guard and guarded cannot be taken away by one change: what the guards of the base refuse stays
 * refused where those of the head let it pass.
 */
record Weakened(List<Guard> head, List<Guard> base) implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    var said = refusals(head, plan);
    return refusals(base, plan).stream()
        .filter(objection -> said.stream().noneMatch(other -> same(objection, other)))
        .map(Weakened::weakened)
        .toList();
  }

  /** Only refusals; a rule that never compiled has never held. */
  private static List<Diagnostic> refusals(List<Guard> guards, Plan plan) {
    return guards.stream()
        .flatMap(guard -> guard.objections(plan).stream())
        .filter(Diagnostic::isError)
        .filter(objection -> objection.code() != Code.BAD_RULE)
        .toList();
  }

  private static boolean same(Diagnostic one, Diagnostic other) {
    return one.code() == other.code()
        && one.summary().equals(other.summary())
        && one.address().equals(other.address());
  }

  private static Diagnostic weakened(Diagnostic objection) {
    return new Diagnostic(
        objection.severity(),
        Code.GUARD_WEAKENED,
        objection.summary(),
        objection.detail()
            + " That is the guard file of the base; this change weakens it and does what it would"
            + " not let pass.",
        "First apply the change of the guard file by itself, then the rest.",
        objection.address(),
        objection.places());
  }
}
