package dev.orgform.apply;

import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Code;
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
import java.util.function.Supplier;

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
  private final Consumer<Event> events;
  private final int parallelism;
  private final Plan plan;
  private final Waits waits;

  private final Scripts scripts;
  private final SortedMap<Address, Outcome> outcomes = new TreeMap<>();
  private final Map<Address, Integer> places = new TreeMap<>();
  private final Map<Address, Integer> open = new TreeMap<>();
  private final Map<Address, List<Step>> dependants = new TreeMap<>();
  private final Map<Address, Duration> started = new TreeMap<>();
  private final Map<Address, Supplier<EventLoop.Sent>> sent = new TreeMap<>();
  private final PriorityQueue<Integer> ready = new PriorityQueue<>();
  private int running;
  private boolean halted;
  private boolean late;

  private Executor(
      EventLoop loop,
      Function<String, Writes> writes,
      int parallelism,
      Consumer<Event> events,
      Plan plan,
      Waits waits) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("nothing gets done with parallelism " + parallelism);
    }
    this.loop = loop;
    this.parallelism = parallelism;
    this.events = events;
    this.plan = plan;
    this.waits = waits;
    this.scripts = new Scripts(writes, Bindings.of(plan.live()));
  }

  /** Applies a plan and returns when nothing of it is under way any more. */
  public static Applied apply(
      EventLoop loop,
      Function<String, Writes> writes,
      int parallelism,
      Consumer<Event> events,
      Plan plan,
      Waits waits) {
    return new Executor(loop, writes, parallelism, events, plan, waits).apply();
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
        var course = sent.get(step.address());
        settle(
            step,
            course == null ? new Outcome.NotBegun(halt()) : Stopped.left(step, course.get()),
            began == null ? Duration.ZERO : since(began));
      }
    }
  }

  private Outcome.Halt halt() {
    if (loop.stop().isRequested()) {
      return Outcome.Halt.STOPPED;
    }
    if (waits.reach().isRefused()) {
      return Outcome.Halt.REFUSED;
    }
    if (halted) {
      return waits.reach().endedRefused() ? Outcome.Halt.REFUSED : Outcome.Halt.HOPELESS;
    }
    return waits.reach().isLost() ? Outcome.Halt.UNREACHABLE : Outcome.Halt.STOPPED;
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
    while (running < parallelism && !ready.isEmpty() && goesOn()) {
      start(company(plan.steps().get(ready.remove())));
    }
  }

  /** A step that may begin, and those that go with it where one request can serve several. */
  private List<Step> company(Step first) {
    var company = new ArrayList<Step>(List.of(first));
    int most = scripts.together(first.change());
    if (most > 1) {
      ready.stream()
          .sorted()
          .filter(place -> Scripts.isAlike(first.change(), plan.steps().get(place).change()))
          .limit(most - 1L)
          .toList()
          .forEach(
              place -> {
                ready.remove(place);
                company.add(plan.steps().get(place));
              });
    }
    return company;
  }

  private boolean goesOn() {
    return !halted && !loop.stop().isRequested() && !waits.reach().isLost();
  }

  private void start(List<Step> steps) {
    running++;
    var began = loop.scheduler().elapsed();
    for (var step : steps) {
      started.put(step.address(), began);
      events.accept(new Event.Started(step));
      beat(step, began);
    }
    var changes = steps.stream().map(Step::change).toList();
    var script = Script.look(now -> scripts.of(changes));
    var course =
        loop.start(script.serving(steps.getFirst().address().toString()), new Ends(steps, began));
    steps.forEach(step -> sent.put(step.address(), course));
  }

  private final class Ends implements EventLoop.Ends<List<Outcome>> {
    private final List<Step> steps;
    private final Duration began;

    Ends(List<Step> steps, Duration began) {
      this.steps = steps;
      this.began = began;
    }

    @Override
    public void ended(List<Outcome> outcomes, EventLoop.Sent sent) {
      running--;
      boolean stopped = loop.stop().isRequested();
      for (int i = 0; i < steps.size(); i++) {
        var step = steps.get(i);
        var outcome = outcomes.get(i);
        Executor.this.ended(step, stopped ? Stopped.told(step, outcome, sent) : outcome, began);
      }
    }

    @Override
    public void left(EventLoop.Sent sent) {
      ended(steps.stream().map(step -> Stopped.left(step, sent)).toList(), sent);
    }

    @Override
    public void broke(Throwable defect, EventLoop.Sent sent) {
      ended(steps.stream().map(step -> Stopped.broke(step, defect, sent)).toList(), sent);
    }
  }

  private void beat(Step step, Duration began) {
    loop.scheduler()
        .after(
            HEARTBEAT,
            () -> {
              if (!outcomes.containsKey(step.address())) {
                var wait = waits.of(step.address(), loop.scheduler().elapsed());
                events.accept(new Event.Still(step, since(began), wait));
                beat(step, began);
              }
            });
  }

  private void ended(Step step, Outcome outcome, Duration began) {
    if (outcome instanceof Outcome.Done done) {
      scripts.remember(step.change(), done);
    }
    halted |= isHopeless(outcome);
    settle(step, outcome, since(began));
  }

  /** A change of which nothing is known is looked at; where the look fails so, all others would. */
  private static boolean isHopeless(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> HOPELESS.contains(failed.why().code());
      case Outcome.Unknown unknown -> HOPELESS.contains(unknown.why().code());
      default -> false;
    };
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
          var skipped = skipped(last);
          outcomes.put(dependant.address(), skipped);
          events.accept(new Event.Ended(dependant, skipped, Duration.ZERO));
          settled.add(dependant);
        }
      }
    }
  }

  /** What rests on a step that was not begun, or was stopped, is not begun for the same reason. */
  private Outcome skipped(Step because) {
    var outcome = outcomes.get(because.address());
    if (outcome instanceof Outcome.NotBegun notBegun) {
      return notBegun;
    }
    return outcome != null && Stopped.isInterrupted(outcome)
        ? new Outcome.NotBegun(Outcome.Halt.STOPPED)
        : new Outcome.Skipped(because.address());
  }

  private Duration since(Duration began) {
    return loop.scheduler().elapsed().minus(began);
  }
}
