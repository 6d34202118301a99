package dev.orgform.kinds.placement;

import dev.orgform.apply.Outcome;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.time.Duration;
import java.util.Optional;

/** How moves end that did not simply succeed, in words. */
final class Moves {
  private static final String NEXT = "The next plan shows where it is; nothing is sent before.";

  private Moves() {}

  /** The API said that it did it, and goes on showing the account where it was. */
  static Outcome notSeen(Address account, String target, Duration window) {
    return new Outcome.Unknown(
        Diagnostic.error(Code.NOT_SEEN, account + " was moved but does not show up there")
            .because(
                "The API answered that it moved to %s, but %d s later it is shown where it was."
                    .formatted(target, window.toSeconds()))
            .todo(NEXT)
            .about(account));
  }

  static Outcome notHappened(Address account, Duration window) {
    return new Outcome.Failed(
        Diagnostic.error(Code.STEP_FAILED, account + " was not moved")
            .because(
                "No answer came, and %d s later the account is where it was."
                    .formatted(window.toSeconds()))
            .todo("Apply again; what is done stays done.")
            .about(account));
  }

  static Outcome unreadable(
      Address account, String target, boolean answered, Optional<Diagnostic> trouble) {
    var why =
        trouble
            .map(one -> one.summary() + ": " + one.detail())
            .orElse("Since then it could not be read where it is.");
    return new Outcome.Unknown(
        answered
            ? Diagnostic.error(Code.NOT_SEEN, account + " was moved but could not be looked for")
                .because("The API answered that it moved to %s. %s".formatted(target, why))
                .todo(NEXT)
                .about(account)
            : Diagnostic.error(
                    Code.OUTCOME_UNKNOWN, "Nobody can tell whether " + account + " was moved")
                .because("No answer came to its move. " + why)
                .todo(NEXT)
                .about(account));
  }
}
