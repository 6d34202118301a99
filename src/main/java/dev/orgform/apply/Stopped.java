package dev.orgform.apply;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Step;

/** How steps end that an interrupted run leaves behind. */
final class Stopped {
  private Stopped() {}

  /** The run was stopped while this step waited; {@code changed} where it had sent a change. */
  static Outcome left(Step step, boolean changed) {
    return changed
        ? underWay(step)
        : new Outcome.Failed(
            Diagnostic.error(Code.STEP_FAILED, step.address() + " was not changed")
                .because("The run was stopped while this step was still looking.")
                .todo("Apply again; what is done stays done."));
  }

  /** A request of this step may have been under way. */
  static Outcome underWay(Step step) {
    return new Outcome.Unknown(
        Diagnostic.error(Code.OUTCOME_UNKNOWN, "Nobody can tell what became of " + step.address())
            .because("The run was stopped while this step was under way.")
            .todo("The next apply looks for what was created before it does anything else."));
  }

  /** Nothing of this step was sent. */
  static Outcome beforeTurn(Step step) {
    return new Outcome.Failed(
        Diagnostic.error(Code.STEP_FAILED, step.address() + " was not begun")
            .because("The run was stopped before its turn; nothing was sent.")
            .todo("Apply again; what is done stays done."));
  }
}
