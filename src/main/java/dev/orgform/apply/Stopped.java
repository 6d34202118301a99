package dev.orgform.apply;

import dev.orgform.api.EventLoop;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Step;
import java.util.Arrays;

/** How steps end that did not come to an end of their own. */
final class Stopped {
  private Stopped() {}

  /** The run was stopped while this step waited, or while a request of it was under way. */
  static Outcome left(Step step, EventLoop.Sent sent) {
    return switch (sent) {
      case NOTHING -> new Outcome.NotBegun(Outcome.Halt.STOPPED);
      case ANSWERED ->
          interrupted(step, "The API answered that it was done; nothing has shown it so far.");
      case OPEN -> interrupted(step, "A change was sent, and nobody can tell what came of it.");
    };
  }

  private static Outcome interrupted(Step step, String known) {
    return new Outcome.Unknown(
        Diagnostic.warning(Code.INTERRUPTED, step.address() + " was interrupted")
            .because("The run was stopped while this step was under way. " + known)
            .todo("The next apply looks for what was created before it does anything else."));
  }

  /** How a step ended, where that may be because of a stop: what was held back did not fail. */
  static Outcome told(Step step, Outcome outcome, EventLoop.Sent sent) {
    boolean held =
        switch (outcome) {
          case Outcome.Failed failed -> failed.why().code() == Code.HELD_BACK;
          case Outcome.Unknown unknown -> unknown.why().code() == Code.HELD_BACK;
          default -> false;
        };
    return held ? left(step, sent) : outcome;
  }

  /** Whether a step ended like this because the run was stopped while it was under way. */
  static boolean isInterrupted(Outcome outcome) {
    return outcome instanceof Outcome.Unknown unknown && unknown.why().code() == Code.INTERRUPTED;
  }

  /** The step has a bug. */
  static Outcome broke(Step step, Throwable defect, EventLoop.Sent sent) {
    boolean changed = sent != EventLoop.Sent.NOTHING;
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
                            : "No change of it took effect."))
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
