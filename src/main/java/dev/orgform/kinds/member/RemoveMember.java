package dev.orgform.kinds.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Bindings;
import dev.orgform.model.Resource;

/**
 * Removes one member, or takes an invitation back: it must still be that person's. Source: DELETE
 * /organizations/{id}/members/{member_id}, sent without a body; 204 or 200.
 */
record RemoveMember(Means means, Resource planned, Bindings bindings) {
  private static final int TRIES = 2;

  Script<Outcome> script() {
    return lookAndDelete(TRIES);
  }

  private Script<Outcome> lookAndDelete(int tries) {
    var id = planned.id().orElseThrow();
    var call = Call.get("organizations", organization(), "members", Call.id(id));
    return Script.send(
        call,
        reply -> {
          if (Envelope.isGone(reply)) {
            return Script.done(Outcome.done());
          }
          return Verdict.of(call, Expect.id(id), reply) == Verdict.APPLIED
              ? delete(Envelope.of((Reply.Answer) reply).result(), tries)
              : Script.done(new Outcome.Failed(means.said().in(call, reply)));
        });
  }

  private Script<Outcome> delete(JsonNode member, int tries) {
    if (!MemberWire.isOf(member, planned.label())) {
      return Script.done(Attempt.stale(planned.address(), MemberKind.EMAIL));
    }
    if (!MemberWire.isCurrent(member)) {
      return Script.done(Outcome.done());
    }
    if (tries == 0) {
      return Script.done(Attempt.unknown(planned.address()));
    }
    var call =
        Call.delete(
            "organizations", organization(), "members", Call.id(planned.id().orElseThrow()));
    return Script.send(
        call,
        reply -> {
          if (Envelope.isGone(reply)) {
            return Script.done(Outcome.done());
          }
          return switch (Verdict.of(call, Expect.NOTHING, reply)) {
            case APPLIED -> Script.done(Outcome.done());
            case NOT_SENT, REJECTED ->
                Script.done(new Outcome.Failed(means.said().in(call, reply)));
            case UNKNOWN -> lookAndDelete(tries - 1).map(Attempt::afterUnknown);
          };
        });
  }

  private String organization() {
    return Call.id(bindings.id(planned.fields().get(MemberKind.ORGANIZATION)).orElseThrow());
  }
}
