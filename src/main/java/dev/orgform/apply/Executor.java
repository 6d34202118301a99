package dev.orgform.apply;

import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Code;
import dev.orgform.model.Fields;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the steps of one plan, each when all that it rests on is done, several side by side.
 *
 * <p>One thread decides; the threads below it only carry requests. When a step does not get done,
 * whatever rests on it is skipped, and everything else goes on.
 */
public final class Executor {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** How long a stop waits for replies; CI systems kill 7.5 s after their signal. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  /** Where one step fails like this, all others would. */
  private static final Set<Code> HOPELESS =
      EnumSet.of(Code.CREDENTIALS_REFUSED, Code.STORE_UNUSABLE);

  private final EventLoop loop;
  private final Function<String, Writes> writes;
  private final Consumer<Event> events;
  private final int parallelism;
  private final Plan plan;

  private final Bindings bindings;
  private final SortedMap<Address, Outcome> outcomes = new TreeMap<>();
  private final Map<Address, Integer> places = new TreeMap<>();
  private final Map<Address, Integer> open = new TreeMap<>();
  private final Map<Address, List<Step>> dependants = new TreeMap<>();
  private final Map<Address, Duration> started = new TreeMap<>();
  private final PriorityQueue<Integer> ready = new PriorityQueue<>();
  private int running;
  private boolean halted;
  private boolean late;

  private Executor(
      EventLoop loop,
      Function<String, Writes> writes,
      int parallelism,
      Consumer<Event> events,
      Plan plan) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("nothing gets done with parallelism " + parallelism);
    }
    this.loop = loop;
    this.writes = writes;
    this.parallelism = parallelism;
    this.events = events;
    this.plan = plan;
    this.bindings = Bindings.of(plan.live());
  }

  /** Applies a plan and returns when nothing of it is under way any more. */
  public static Applied apply(
      EventLoop loop,
      Function<String, Writes> writes,
      int parallelism,
      Consumer<Event> events,
      Plan plan) {
    return new Executor(loop, writes, parallelism, events, plan).apply();
  }

  private Applied apply() {
    line();
    startReady();
    loop.stop().onRequest(() -> loop.scheduler().after(DRAIN, () -> late = true));
    while (running > 0 && !late && loop.scheduler().next()) {
      startReady();
    }
    endUnfinished();
    return new Applied(plan, outcomes);
  }

  /** When the run is interrupted, what was under way is not known and the rest was not begun. */
  private void endUnfinished() {
    for (var step : plan.steps()) {
      if (!outcomes.containsKey(step.address())) {
        var began = started.get(step.address());
        settle(
            step,
            began == null ? Stopped.beforeTurn(step) : Stopped.underWay(step),
            began == null ? Duration.ZERO : since(began));
      }
    }
  }

  private void line() {
    for (var step : plan.steps()) {
      places.put(step.address(), places.size());
      open.put(step.address(), step.after().size());
      step.after().forEach(on -> dependants.computeIfAbsent(on, a -> new ArrayList<>()).add(step));
      if (step.after().isEmpty()) {
        ready.add(places.get(step.address()));
      }
    }
  }

  private void startReady() {
    while (running < parallelism && !ready.isEmpty() && !halted && !loop.stop().isRequested()) {
      start(plan.steps().get(ready.remove()));
    }
  }

  private void start(Step step) {
    running++;
    var began = loop.scheduler().elapsed();
    started.put(step.address(), began);
    events.accept(new Event.Started(step));
    beat(step, began);
    loop.start(
        script(step.change()),
        outcome -> ended(step, outcome, began),
        changed -> ended(step, Stopped.left(step, changed), began));
  }

  private Script<Outcome> script(Change change) {
    var kind = writes.apply(change.kind().name());
    return switch (change) {
      case Change.Create create -> kind.create(create.wanted(), bindings);
      case Change.Update update -> kind.update(update.live(), changes(update), bindings);
      case Change.Delete delete -> kind.delete(delete.live(), bindings);
    };
  }

  private static Fields changes(Change.Update update) {
    var changes = new TreeMap<String, Value>();
    update.differences().forEach(d -> changes.put(d.field().name(), d.after()));
    return new Fields(changes);
  }

  private void beat(Step step, Duration began) {
    loop.scheduler()
        .after(
            HEARTBEAT,
            () -> {
              if (!outcomes.containsKey(step.address())) {
                events.accept(new Event.Still(step, since(began)));
                beat(step, began);
              }
            });
  }

  private void ended(Step step, Outcome outcome, Duration began) {
    running--;
    if (outcome instanceof Outcome.Done done) {
      remember(step.change(), done);
    }
    halted |= outcome instanceof Outcome.Failed failed && HOPELESS.contains(failed.why().code());
    settle(step, outcome, since(began));
  }

  private void remember(Change change, Outcome.Done done) {
    switch (change) {
      case Change.Create create ->
          done.id().ifPresent(id -> bindings.created(create.address(), id));
      case Change.Update update -> {}
      case Change.Delete delete -> delete.live().id().ifPresent(bindings::deleted);
    }
  }

  /** Skips spread from step to step, however long the chain. */
  private void settle(Step step, Outcome outcome, Duration elapsed) {
    outcomes.put(step.address(), outcome);
    events.accept(new Event.Ended(step, outcome, elapsed));
    var settled = new ArrayDeque<>(List.of(step));
    while (!settled.isEmpty()) {
      var last = settled.remove();
      boolean done = outcomes.get(last.address()) instanceof Outcome.Done;
      for (var dependant : dependants.getOrDefault(last.address(), List.of())) {
        if (done && open.merge(dependant.address(), -1, Integer::sum) == 0) {
          ready.add(places.get(dependant.address()));
        } else if (!done && !outcomes.containsKey(dependant.address())) {
          var skipped = new Outcome.Skipped(last.address());
          outcomes.put(dependant.address(), skipped);
          events.accept(new Event.Ended(dependant, skipped, Duration.ZERO));
          settled.add(dependant);
        }
      }
    }
  }

  private Duration since(Duration began) {
    return loop.scheduler().elapsed().minus(began);
  }
}
