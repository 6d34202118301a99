package dev.orgform.report;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.documents.Plans;
import dev.orgform.model.Address;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Applies made by hand. */
final class Runs {
  private Runs() {}

  /** Every step ends the way that the list says, the last way for all further ones. */
  static Applied applied(Plan plan, Outcome... outcomes) {
    var byAddress = new TreeMap<Address, Outcome>();
    for (var step : plan.steps()) {
      byAddress.put(step.address(), outcomes[Math.min(byAddress.size(), outcomes.length - 1)]);
    }
    return new Applied(plan, byAddress);
  }

  /** Every way in which a step can end, with this text in all that it says. */
  static List<Outcome> outcomes(String text) {
    return List.of(
        new Outcome.Done(Optional.of(text)),
        Outcome.done(),
        new Outcome.Failed(Plans.diagnostic(text)),
        new Outcome.Unknown(Plans.diagnostic(text)),
        new Outcome.Stale(Plans.diagnostic(text)),
        new Outcome.NotBegun(Outcome.Halt.STOPPED),
        new Outcome.Skipped(Address.undeclared("organization", text)));
  }

  /** Everything that can happen to a step, with this text in all that it says. */
  static List<Event> events(Step step, String text) {
    var events = new ArrayList<Event>();
    events.add(new Event.Started(step));
    events.add(new Event.Still(step, Duration.ofSeconds(10), Optional.empty()));
    for (var outcome : outcomes(text)) {
      events.add(new Event.Ended(step, outcome, Duration.ofMillis(2_400)));
    }
    return events;
  }
}
