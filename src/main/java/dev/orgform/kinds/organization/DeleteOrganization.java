package dev.orgform.kinds.organization;

import static dev.orgform.kinds.organization.OrganizationKind.NAME;

import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Expect;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Bindings;
import dev.orgform.model.Resource;
import java.util.Optional;

/**
 * Deletes one organization: it must be seen to be empty, and right before the DELETE still be the
 * one that was planned. Source: DELETE /organizations/{id}, which refuses what is not empty.
 */
record DeleteOrganization(Means means, Resource planned, Bindings bindings) {
  private static final int TRIES = 2;

  Script<Outcome> script() {
    return whenEmpty(TRIES);
  }

  /**
   * The list first, however long it takes to empty: nothing comes between the look and the deed.
   */
  private Script<Outcome> whenEmpty(int tries) {
    var id = planned.id().orElseThrow();
    var list = Call.get("organizations").query("parent.id", id);
    return means
        .<Optional<Outcome>>until(
            planned.address(),
            () ->
                OrganizationReads.all(list, means.said())
                    .map(listed -> OrganizationWire.emptied(planned, listed, id, bindings)),
            () ->
                Optional.of(
                    OrganizationWire.notEmpty(planned, "organizations that were just deleted")),
            () -> Optional.of(means.outOfReach(planned.address())))
        .then(failed -> failed.<Script<Outcome>>map(Script::done).orElseGet(() -> look(tries)));
  }

  private Script<Outcome> look(int tries) {
    return OrganizationWire.look(
        means.said(),
        planned,
        Outcome::done,
        organization -> {
          if (!OrganizationWire.nameOf(organization).means(planned.fields().get(NAME))) {
            return Script.done(Attempt.stale(planned.address(), NAME));
          }
          return tries == 0 ? Script.done(Attempt.unknown(planned.address())) : delete(tries);
        });
  }

  private Script<Outcome> delete(int tries) {
    var call = Call.delete("organizations", Call.id(planned.id().orElseThrow()));
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
            case UNKNOWN -> again(tries - 1).map(Attempt::afterUnknown);
          };
        });
  }

  /** A look tells whether the DELETE took effect; only where it did not is there one more. */
  private Script<Outcome> again(int tries) {
    return tries == 0
        ? look(tries)
        : OrganizationWire.look(
            means.said(), planned, Outcome::done, organization -> whenEmpty(tries));
  }
}
