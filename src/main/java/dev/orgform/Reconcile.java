package dev.orgform;

import dev.orgform.api.Counted;
import dev.orgform.api.Credentials;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Scheduler;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Executor;
import dev.orgform.apply.Means;
import dev.orgform.apply.Resolution;
import dev.orgform.kinds.Kinds;
import dev.orgform.live.Learner;
import dev.orgform.live.Reader;
import dev.orgform.live.Said;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Live;
import dev.orgform.plan.Guard;
import dev.orgform.plan.NeedsKey;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import dev.orgform.plan.Survey;
import dev.orgform.plan.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The whole program: what the YAML wants and what the API says become a plan, and the plan becomes
 * so.
 *
 * @param credentials who asks; decides what can be planned at all
 * @param scheduler time, and the one thread in which everything is decided
 * @param stop ends the run early without losing anything
 * @param parallelism how many requests may be under way at once
 */
public record Reconcile(Credentials credentials, Scheduler scheduler, Stop stop, int parallelism) {

  public Reconcile {
    if (parallelism < 1) {
      throw new IllegalArgumentException("nothing gets done with parallelism " + parallelism);
    }
  }

  /**
   * Finds out, before anything is planned, what came of creates that earlier runs left open.
   *
   * @param waiting is told how long that may take at most, and every half minute how much longer
   */
  public List<Diagnostic> resolve(Transport transport, Means means, Consumer<Duration> waiting) {
    var heard = means.waits().reach().over(transport, scheduler);
    var loop = new EventLoop(heard, scheduler, stop);
    return Resolution.of(loop, means, Kinds.writes(means), parallelism, waiting);
  }

  /** What is to be done, where nothing is guarded but rights. */
  public Checked<Plan> plan(Desired desired, Transport readOnly, Terms terms) {
    return plan(desired, List.of(), readOnly, terms);
  }

  /**
   * What is to be done; nothing but GETs goes through the transport.
   *
   * @param guards what of the configuration may object to the plan
   */
  public Checked<Plan> plan(Desired desired, List<Guard> guards, Transport readOnly, Terms terms) {
    var live = live(desired, terms.base(), readOnly);
    if (live.value().isEmpty()) {
      return Checked.failed(live.diagnostics());
    }
    var plan = Planner.plan(desired, live.value().get(), terms);
    var guarded = plan.guardedBy(List.<Guard>of(rights())).guardedBy(guards);
    return Checked.of(guarded, live.diagnostics());
  }

  /** The plan with whose rights it changes, as far as lists tell that; GETs alone. */
  public Plan counted(Plan plan, Desired desired, Transport readOnly) {
    var peopled = plan.peopled();
    var crossed = plan.crossed();
    if (peopled.isEmpty() && crossed.isEmpty()) {
      return plan;
    }
    var counted = new Counted(readOnly);
    var loop = new EventLoop(counted, scheduler, stop);
    var reads = Kinds.reads(new Said(credentials));
    var learner =
        new Learner(loop, Kinds.kinds(), reads, parallelism, plan.live(), desired, plan.deleted());
    return plan.learning(learner.learn(peopled, crossed), counted.count());
  }

  /**
   * How live stands to what is declared; nothing but GETs goes through the transport.
   *
   * @param ignored whether drift of an address's field is nobody's business
   */
  public Checked<Survey> survey(
      Desired desired, BiPredicate<Address, String> ignored, Transport readOnly) {
    var live = live(desired, Optional.of(desired), readOnly);
    return live.value().isEmpty()
        ? Checked.failed(live.diagnostics())
        : Checked.of(Survey.of(desired, live.value().get(), ignored), live.diagnostics());
  }

  private Checked<Live> live(Desired desired, Optional<Desired> base, Transport readOnly) {
    var unreadable = rights().toRead(desired);
    return unreadable.isEmpty() ? reader(readOnly).read(desired, base) : Checked.failed(unreadable);
  }

  private NeedsKey rights() {
    return new NeedsKey(credentials instanceof Credentials.Token);
  }

  /**
   * Does it.
   *
   * @throws IllegalArgumentException for a plan that is refused or that lacks a confirmation,
   *     before anything is sent: that is a bug
   */
  public Applied apply(Plan plan, Transport transport, Means means, Consumer<Event> events) {
    if (!plan.isEmpty() && !plan.applyable()) {
      throw new IllegalArgumentException("bug: a plan that may not be was about to be applied");
    }
    means.memory().planned(plan);
    var applied =
        Executor.apply(
            new EventLoop(means.waits().reach().over(transport, scheduler), scheduler, stop),
            Kinds.writes(means),
            parallelism,
            event -> {
              means.memory().happened(event);
              events.accept(event);
            },
            plan,
            means.waits());
    return applied.refusing(means.refused());
  }

  /** Reads what is live; nothing but GETs goes through the transport. */
  public Reader reader(Transport transport) {
    var counted = new Counted(transport);
    return new Reader(
        new EventLoop(counted, scheduler, stop),
        counted,
        Kinds.kinds(),
        Kinds.reads(new Said(credentials)),
        credentials,
        parallelism);
  }
}
