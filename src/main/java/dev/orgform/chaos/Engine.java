package dev.orgform.chaos;

import dev.orgform.Reconcile;
import dev.orgform.api.Paced;
import dev.orgform.api.Persistent;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Means;
import dev.orgform.apply.Memory;
import dev.orgform.apply.Patience;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.store.Folder;
import dev.orgform.store.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The engine's parts and how they are put together; every method gives the shipped part, and a test
 * hands in others to see whether the simulation notices.
 */
public interface Engine {
  /** What users run. */
  Engine SHIPPED = new Engine() {};

  /** How long the shipped engine holds requests back at most. */
  Duration LONGEST_WAIT = Duration.ofMinutes(15);

  default Folder folder(Folder disk) {
    return disk;
  }

  default Journal journal(Journal journal) {
    return journal;
  }

  default Patience patience() {
    return Patience.DEFAULT;
  }

  /** The innermost part of the way to the API. */
  default Transport wire(Transport wire) {
    return wire;
  }

  default Transport journaled(Transport inner, Memory memory) {
    return new Journaled(inner, memory);
  }

  default Transport paced(Transport inner, Scheduler scheduler, Stop stop) {
    return new Paced(inner, scheduler, stop, Paced.RESERVE, LONGEST_WAIT, waited -> {});
  }

  default Transport persistent(
      Transport inner, Scheduler scheduler, Stop stop, RandomGenerator random) {
    return new Persistent(inner, scheduler, stop, random);
  }

  default List<Diagnostic> resolve(Reconcile reconcile, Transport transport, Means means) {
    return reconcile.resolve(transport, means, longest -> {});
  }

  default Checked<Plan> plan(
      Reconcile reconcile, Desired desired, Transport transport, Terms terms) {
    return reconcile.plan(desired, transport, terms);
  }

  default Applied apply(
      Reconcile reconcile, Plan plan, Transport transport, Means means, Consumer<Event> events) {
    return reconcile.apply(plan, transport, means, events);
  }
}
