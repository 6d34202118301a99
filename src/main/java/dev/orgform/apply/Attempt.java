package dev.orgform.apply;

import dev.orgform.api.Call;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.live.Said;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** One request that changes something, sent once, and what is proven about its effect. */
public record Attempt(Said said) {

  /**
   * Sends a call that may be sent again, because it says what shall be and not what to do.
   *
   * @param again reads anew and decides, when nobody can tell whether it took effect
   */
  public Script<Outcome> once(Call call, Expect expected, Supplier<Script<Outcome>> again) {
    return once(
        call, expected, (outcome, reply) -> outcome, () -> again.get().map(Attempt::afterUnknown));
  }

  /**
   * The same, for whoever wants to see the reply as well.
   *
   * @param went what the outcome comes to, that reply being proof of it
   * @param again as above, and knows that a change was sent that may have taken effect
   */
  public <T> Script<T> once(
      Call call, Expect expected, BiFunction<Outcome, Reply, T> went, Supplier<Script<T>> again) {
    return Script.send(
        call,
        reply ->
            switch (Verdict.of(call, expected, reply)) {
              case APPLIED -> Script.done(went.apply(Outcome.done(), reply));
              case NOT_SENT, REJECTED ->
                  Script.done(went.apply(new Outcome.Failed(said.in(call, reply)), reply));
              case UNKNOWN -> again.get();
            });
  }

  /**
   * Where something was sent that may have taken effect, a look that failed proves nothing, and one
   * that finds another change does not prove that ours came to nothing before it.
   */
  public static Outcome afterUnknown(Outcome end) {
    return switch (end) {
      case Outcome.Failed failed -> new Outcome.Unknown(failed.why());
      case Outcome.Stale stale -> stale.afterUnknown();
      default -> end;
    };
  }

  /** It was sent and sent again, and still nobody can tell, or it still is not so. */
  public static Outcome unknown(Address address) {
    return new Outcome.Unknown(
        Diagnostic.error(
                Code.OUTCOME_UNKNOWN, "Nobody can tell whether " + address + " was changed")
            .because("The change was sent twice, no answer proves it, and it does not show yet.")
            .todo("Wait a few minutes, then run `orgform plan`: it shows what is so now.")
            .about(address));
  }

  /** Somebody else changed the object since the plan was made. */
  public static Outcome stale(Address address, String what) {
    return new Outcome.Stale(
        Diagnostic.error(Code.STEP_STALE, address + " changed since it was planned")
            .because("Its " + what + " is neither what the plan saw nor what was wanted.")
            .todo("Plan again and look at the new difference.")
            .about(address));
  }
}
