package dev.orgform.apply;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Optional;

/** How a step ended. */
public sealed interface Outcome {

  /** It is so now; {@code id} where an object was created. */
  record Done(Optional<String> id) implements Outcome {}

  /** The API refused, or nothing was sent: it is not so, and nothing was changed. */
  record Failed(Diagnostic why) implements Outcome {}

  /** A request may or may not have taken effect. */
  record Unknown(Diagnostic why) implements Outcome {}

  /**
   * The object was changed by somebody else since the plan, and nothing that was sent for this step
   * took effect.
   *
   * @param why what moved and what to do; that this step changed nothing is said in {@link #told}
   */
  record Stale(Diagnostic why) implements Outcome {
    /** What people are told. */
    public Diagnostic told() {
      return why.todo("This step changed nothing. " + why.remedy());
    }

    /** The same where something was sent before, and nobody can tell whether it took effect. */
    Unknown afterUnknown() {
      var unknown =
          Diagnostic.error(Code.OUTCOME_UNKNOWN, why.summary())
              .because(
                  why.detail()
                      + " Before that a change was sent, and nobody can tell whether it took"
                      + " effect.")
              .todo(why.remedy());
      return new Unknown(why.address().map(unknown::about).orElse(unknown));
    }
  }

  /** Not tried, because the step at {@code because} did not get done. */
  record Skipped(Address because) implements Outcome {}

  /** No change of it was sent, because the run ended before it came to that. */
  record NotBegun(Halt halt) implements Outcome {}

  /** Why a run begins nothing more. */
  enum Halt {
    STOPPED("the run was stopped"),
    REFUSED("the API does not accept the credential any more"),
    HOPELESS("it would fail like what failed before"),
    UNREACHABLE("the API could not be reached any more");

    private final String words;

    Halt(String words) {
      this.words = words;
    }

    /** The reason, as the end of a sentence. */
    public String words() {
      return words;
    }
  }

  static Outcome done() {
    return new Done(Optional.empty());
  }

  default boolean isDone() {
    return this instanceof Done;
  }
}
