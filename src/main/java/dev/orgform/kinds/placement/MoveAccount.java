package dev.orgform.kinds.placement;

import dev.orgform.api.Call;
import dev.orgform.api.Envelope;
import dev.orgform.api.Reply;
import dev.orgform.api.Script;
import dev.orgform.api.Verdict;
import dev.orgform.apply.Attempt;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Went;
import dev.orgform.model.Address;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Moves one account: it must still be where the plan saw it, the request is sent once, and the step
 * is done when the API says that the account is there. Source: POST /accounts/{id}/move and GET
 * /accounts/{id}/organizations.
 *
 * @param source the id of the organization that it was in; empty where it was in none
 * @param target the id of the one that it shall be in
 * @param fresh whether this run created that one, so that the API may refuse it for a while
 */
record MoveAccount(
    Means means, Address account, Optional<String> source, String target, boolean fresh) {

  Script<Outcome> script() {
    return means.untilOpen(account, this::lookAndMove);
  }

  private Script<Went> lookAndMove() {
    return look()
        .then(
            found ->
                switch (found) {
                  case Whereabouts.Known known -> moved(known);
                  case Whereabouts.Unseen unseen -> over(new Outcome.Failed(unseen.why()));
                  case Whereabouts.Untold untold -> over(new Outcome.Failed(untold.why()));
                });
  }

  private Script<Whereabouts> look() {
    var call = PlacementWire.above(account.key());
    return Script.send(call, reply -> Script.done(PlacementWire.read(call, reply, means.said())));
  }

  private static Script<Went> over(Outcome outcome) {
    return Script.done(Went.over(outcome));
  }

  private Script<Went> moved(Whereabouts.Known known) {
    if (known.isIn(target)) {
      return over(Outcome.done());
    }
    if (!known.organization().equals(source)) {
      return over(stale());
    }
    var call = PlacementWire.move(account.key(), target);
    return Script.send(call, reply -> sent(call, reply));
  }

  /** Never sent again but where the API, or nobody at all, has read it. */
  private Script<Went> sent(Call call, Reply reply) {
    var refused = new Outcome.Failed(means.said().in(call, reply).about(account));
    return switch (Verdict.of(call, PlacementWire.moved(account.key(), target), reply)) {
      case NOT_SENT, REJECTED -> Script.done(Went.refused(refused, reply, fresh));
      case APPLIED -> settled(true, Moves.notSeen(account, target, window())).map(Went::over);
      case UNKNOWN -> {
        var late = Envelope.isConflict(reply) ? refused : Moves.notHappened(account, window());
        yield settled(false, late).map(Went::over);
      }
    };
  }

  /**
   * Looks until it is there, or anywhere that it was not before. A conflict is looked after as long
   * as silence is: it may be the echo of a move that an earlier run sent and nobody can see yet.
   *
   * @param late what it comes to where the account stays where it was
   */
  private Script<Outcome> settled(boolean answered, Outcome late) {
    var last = new AtomicReference<Whereabouts>(new Whereabouts.Known(source));
    return means.until(
        account,
        () ->
            look()
                .map(
                    found -> {
                      last.set(found);
                      return end(found);
                    }),
        () ->
            last.get() instanceof Whereabouts.Known
                ? late
                : Moves.unreadable(account, target, answered, means.trouble()),
        () -> Moves.unreadable(account, target, answered, means.trouble()));
  }

  private Optional<Outcome> end(Whereabouts found) {
    if (!(found instanceof Whereabouts.Known known) || known.organization().equals(source)) {
      return Optional.empty();
    }
    return Optional.of(known.isIn(target) ? Outcome.done() : Attempt.afterUnknown(stale()));
  }

  private Duration window() {
    return means.patience().window();
  }

  private Outcome stale() {
    return Attempt.stale(account, PlacementKind.ORGANIZATION);
  }
}
