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
import dev.orgform.live.Reader;
import dev.orgform.live.Said;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Guard;
import dev.orgform.plan.NeedsKey;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
   * @param waiting is told how long that may take at most
   */
  public List<Diagnostic> resolve(Transport transport, Means means, Consumer<Duration> waiting) {
    var loop = new EventLoop(transport, scheduler, stop);
    return Resolution.of(loop, means, Kinds.writes(means), parallelism, waiting);
  }

  /** What is to be done; nothing but GETs goes through the transport. */
  public Checked<Plan> plan(Desired desired, Transport readOnly, Set<Confirmation> confirmed) {
    var rights = new NeedsKey(credentials instanceof Credentials.Token);
    var unreadable = rights.toRead(desired);
    if (!unreadable.isEmpty()) {
      return Checked.failed(unreadable);
    }
    var live = reader(readOnly).read(desired);
    if (live.value().isEmpty()) {
      return Checked.failed(live.diagnostics());
    }
    var plan = Planner.plan(desired, live.value().get(), confirmed);
    return Checked.of(plan.guardedBy(List.<Guard>of(rights)), live.diagnostics());
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
    return Executor.apply(
        new EventLoop(transport, scheduler, stop),
        Kinds.writes(means),
        parallelism,
        event -> {
          means.memory().happened(event);
          events.accept(event);
        },
        plan);
  }

  private Reader reader(Transport transport) {
    var counted = new Counted(transport);
    return new Reader(
        new EventLoop(counted, scheduler, stop),
        counted,
        Kinds.kinds(),
        Kinds.reads(new Said(credentials)),
        parallelism);
  }
}
