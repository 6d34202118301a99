package dev.orgform.world;

import dev.orgform.Reconcile;
import dev.orgform.api.Credentials;
import dev.orgform.api.Stop;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Patience;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Survey;
import dev.orgform.plan.Terms;
import dev.orgform.store.Noted;
import dev.orgform.store.StoreUnusable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The shipped program over the model remote. */
public final class Run {
  public static final Credentials KEY = new Credentials.GlobalKey("admin@example.com", "key");

  private final Remote remote;
  private final Reconcile reconcile;
  private final List<Event> events = new ArrayList<>();
  private Patience patience = Patience.DEFAULT;
  private Kept kept = new Kept();

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
    return reconcile.plan(
        desired, remote, Terms.PLAIN.confirmed(EnumSet.allOf(Confirmation.class)));
  }

  public Checked<Plan> checked(Desired desired, Terms terms) {
    return reconcile.plan(desired, remote, terms);
  }

  /** The plan, which there must be. */
  public Plan plan(Desired desired) {
    return made(checked(desired));
  }

  /** The plan in these terms, which there must be. */
  public Plan plan(Desired desired, Terms terms) {
    return made(reconcile.plan(desired, remote, terms));
  }

  /** How the remote stands to what is declared, where that can be said. */
  public Checked<Survey> survey(Desired desired) {
    return reconcile.survey(desired, (address, field) -> false, remote);
  }

  private static Plan made(Checked<Plan> checked) {
    return checked
        .value()
        .orElseThrow(() -> new AssertionError("no plan: " + checked.diagnostics()));
  }

  public Applied apply(Plan plan) {
    events.clear();
    kept = new Kept();
    var means = kept.means(remote.time(), patience, KEY);
    return reconcile.apply(plan, new Journaled(remote, means.memory()), means, events::add);
  }

  /** What the last apply wrote down. */
  public List<Noted> notes() {
    try {
      return kept.store().run("run-1").orElseThrow();
    } catch (StoreUnusable unusable) {
      throw new AssertionError(unusable);
    }
  }

  /** What was seen of the last apply. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
