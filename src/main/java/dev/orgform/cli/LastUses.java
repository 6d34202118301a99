package dev.orgform.cli;

import dev.orgform.api.Counted;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.usage.LastUse;
import dev.orgform.usage.Period;
import dev.orgform.usage.Usage;
import dev.orgform.usage.UsageReading;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells how much organizations that a plan deletes were used, where that may be read: one request
 * for each that holds accounts. Nothing of it makes a plan fail.
 */
final class LastUses {
  /** Whoever deletes more at once knows why. */
  private static final int MOST = 20;

  private LastUses() {}

  /** The plan with what there is to tell. */
  static Plan noted(Plan plan, Connection connection, Traffic traffic, int parallelism) {
    var doomed = doomed(plan);
    if (doomed.isEmpty()) {
      return plan;
    }
    var today = LocalDate.ofInstant(traffic.scheduler().now(), ZoneOffset.UTC);
    var counted = new Counted(traffic);
    var loop = new EventLoop(counted, traffic.scheduler(), traffic.stop());
    var scripts = new ArrayList<Script<Checked<List<Usage>>>>();
    for (var one : doomed) {
      scripts.add(
          UsageReading.organization(
              one.id().orElseThrow(), Period.last(today), connection.credentials()));
    }
    var read = loop.runAll(scripts, parallelism);
    var notes = new ArrayList<Diagnostic>();
    for (int i = 0; i < doomed.size(); i++) {
      var organization = doomed.get(i);
      read.get(i).value().ifPresent(records -> notes.add(LastUse.of(organization, records)));
    }
    return plan.noting(notes, counted.count());
  }

  private static List<Resource> doomed(Plan plan) {
    var holding = holding(plan.live());
    return plan.steps().stream()
        .map(step -> step.change())
        .filter(Change.Delete.class::isInstance)
        .map(change -> ((Change.Delete) change).live())
        .filter(one -> one.id().isPresent() && holding.contains(one.address()))
        .limit(MOST)
        .toList();
  }

  /** What accounts are in; without accounts there is no usage. */
  private static Set<Address> holding(Live live) {
    return live.everything()
        .filter(one -> one.kind().form() instanceof Kind.Form.Labelled)
        .flatMap(one -> one.fields().refs().stream())
        .collect(Collectors.toSet());
  }
}
