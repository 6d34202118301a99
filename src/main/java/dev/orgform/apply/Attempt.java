package dev.orgform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.live.Said;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.function.Function;
import java.util.function.Predicate;

/** One request that changes something, sent once, and what is proven about its effect. */
public record Attempt(Said said) {

  /** Sends the call; when it was applied there is nothing more to do. */
  public Script<Outcome> once(Call call, Expect expected) {
    return once(call, expected, reply -> false);
  }

  /**
   * Sends the call; when it was applied there is nothing more to do.
   *
   * @param alreadySo tells the refusals that mean that somebody else was faster
   */
  public Script<Outcome> once(Call call, Expect expected, Predicate<Reply> alreadySo) {
    return Script.send(
        call,
        reply ->
            alreadySo.test(reply)
                ? Script.done(Outcome.done())
                : ended(call, expected, reply, result -> Script.done(Outcome.done())));
  }

  /**
   * Sends the call.
   *
   * @param applied what to do with the {@code result} once it was applied
   */
  public Script<Outcome> onceThen(
      Call call, Expect expected, Function<JsonNode, Script<Outcome>> applied) {
    return Script.send(call, reply -> ended(call, expected, reply, applied));
  }

  private Script<Outcome> ended(
      Call call, Expect expected, Reply reply, Function<JsonNode, Script<Outcome>> applied) {
    return switch (Verdict.of(call, expected, reply)) {
      case APPLIED -> applied.apply(result(reply));
      case NOT_SENT, REJECTED -> Script.done(new Outcome.Failed(said.in(call, reply)));
      case UNKNOWN -> Script.done(new Outcome.Unknown(unknown(call, reply)));
    };
  }

  private static JsonNode result(Reply reply) {
    return Envelope.of((Reply.Answer) reply).result();
  }

  private Diagnostic unknown(Call call, Reply reply) {
    var what = said.in(call, reply);
    return Diagnostic.error(
            Code.OUTCOME_UNKNOWN, "Nobody can tell whether " + call.method() + " took effect")
        .because(what.detail() + " It was sent once and is not sent again.")
        .todo("Wait a few minutes, then run `orgform plan`: it shows what is so now.");
  }

  /** Somebody else changed the object since the plan was made. */
  public static Outcome stale(Address address, String what) {
    return new Outcome.Stale(
        Diagnostic.error(Code.STEP_STALE, address + " changed since it was planned")
            .because("Its " + what + " is neither what the plan saw nor what was wanted.")
            .todo("Nothing was sent. Plan again and look at the new difference.")
            .about(address));
  }
}
