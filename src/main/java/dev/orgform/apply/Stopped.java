package dev.orgform.apply;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Step;
import java.util.Arrays;

/** How steps end that did not come to an end of their own. */
final class Stopped {
  private Stopped() {}

  /** The run was stopped while this step waited; {@code changed} where it had sent a change. */
  static Outcome left(Step step, boolean changed) {
    return changed ? underWay(step) : new Outcome.NotBegun(Outcome.Halt.STOPPED);
  }

  /** A request of this step may have been under way. */
  static Outcome underWay(Step step) {
    return new Outcome.Unknown(
        Diagnostic.error(Code.OUTCOME_UNKNOWN, "Nobody can tell what became of " + step.address())
            .because("The run was stopped while this step was under way.")
            .todo("The next apply looks for what was created before it does anything else."));
  }

  /** The step has a bug; {@code changed} where it had sent a change. */
  static Outcome broke(Step step, Throwable defect, boolean changed) {
    var why =
        Diagnostic.error(
                Code.INTERNAL, step.address() + " was left: this is a defect in orgform itself")
            .because(
                "%s at %s. %s"
                    .formatted(
                        defect.getClass().getSimpleName(),
                        where(defect),
                        changed
                            ? "Whether its change took effect is not known."
                            : "No change of it was sent."))
            .todo("Please report it. Run `orgform plan`: it shows what is so now.");
    return changed ? new Outcome.Unknown(why) : new Outcome.Failed(why);
  }

  private static String where(Throwable defect) {
    return Arrays.stream(defect.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("dev.orgform"))
        .findFirst()
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("a place that is not known");
  }
}
