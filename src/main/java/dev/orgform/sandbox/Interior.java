package dev.orgform.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** The API itself, without anything going wrong: from the doorway to the estate. */
final class Interior {
  private final Keep keep;
  private final Knobs knobs;
  private final List<Credential> accepted;
  private final InstantSource clock;
  private final RateLimit limit;
  private final Stamps stamps;

  Interior(Keep keep, Knobs knobs, List<Credential> accepted, InstantSource clock) {
    this.keep = keep;
    this.knobs = knobs;
    this.accepted = List.copyOf(accepted);
    this.clock = clock;
    this.limit = new RateLimit(knobs.get(KnobList.RATE_LIMIT), clock);
    this.stamps = new Stamps(clock);
  }

  /** Answers a request; what alters the answer comes before the edge puts its stamps on it. */
  Answer answer(Request request, Errand errand, UnaryOperator<Answer> alter) {
    var gate = new Gate(accepted, errand.closed());
    var routes = new Routes(keep, knobs, clock, errand);
    var api = new Doorway().over(limit.over(gate.over(routes)));
    return stamps.around(request, asked -> alter.apply(Sandbox.answered(asked, api)));
  }

  Keep keep() {
    return keep;
  }

  Knobs knobs() {
    return knobs;
  }

  InstantSource clock() {
    return clock;
  }
}
