package dev.orgform.world;

import dev.orgform.Reconcile;
import dev.orgform.api.Credentials;
import dev.orgform.api.Stop;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Patience;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The shipped program over the model remote. */
public final class Run {
  public static final Credentials KEY = new Credentials.GlobalKey("admin@example.com", "key");

  private final Remote remote;
  private final Reconcile reconcile;
  private final List<Event> events = new ArrayList<>();
  private Patience patience = Patience.DEFAULT;

  public Run(Remote remote) {
    this(remote, 4);
  }

  public Run(Remote remote, int parallelism) {
    this.remote = remote;
    this.reconcile = new Reconcile(KEY, remote.time(), new Stop(), parallelism);
  }

  public Run patience(Patience other) {
    patience = other;
    return this;
  }

  public Remote remote() {
    return remote;
  }

  public Checked<Plan> checked(Desired desired) {
    return reconcile.plan(desired, remote, Set.of(Confirmation.ALLOW_DELETE));
  }

  /** The plan, which there must be. */
  public Plan plan(Desired desired) {
    var checked = checked(desired);
    return checked
        .value()
        .orElseThrow(() -> new AssertionError("no plan: " + checked.diagnostics()));
  }

  public Applied apply(Plan plan) {
    events.clear();
    return reconcile.apply(plan, remote, Kept.once(remote.time(), patience), events::add);
  }

  /** What was seen of the last apply. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
