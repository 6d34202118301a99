package dev.orgform.chaos;

import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.store.FolderStore;
import dev.orgform.store.StoreUnusable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One seed: a tree that is wanted, a live one, an engine between them, and everything that goes
 * wrong; apply is run until nothing is left to do. The same seed is the same story.
 *
 * @param engine what is tried
 * @param faults what goes wrong at the server, where it is not chosen by the seed
 * @param mishaps what befalls the process, where it is not chosen by the seed
 * @param told whether the story's lines are wanted
 */
public record Simulation(
    Engine engine, Optional<Faults> faults, Optional<Mishaps> mishaps, boolean told) {
  /** The shipped engine, with everything chosen by the seed. */
  public static final Simulation SHIPPED = of(Engine.SHIPPED);

  /** A run that nothing disturbs may need a second one, and that shows that nothing is left. */
  private static final int CALM_RUNS = 3;

  /** A run that was asked to stop is over by then. */
  private static final Duration DRAINED = Duration.ofSeconds(7);

  /** For so long, at most, the sandbox answers 403 for what was just created. */
  private static final Duration OPEN_AGAIN = Duration.ofSeconds(31);

  public static Simulation of(Engine engine) {
    return new Simulation(engine, Optional.empty(), Optional.empty(), false);
  }

  /** Tells the story of a seed; never throws. */
  public Story run(long seed) {
    return new Telling(seed).tell();
  }

  private final class Telling {
    private final long seed;
    private final Situation situation;
    private final SplittableRandom dice;
    private final SimulatedTime time = new SimulatedTime();
    private final Trace trace = new Trace(told);
    private final Tally met = new Tally();
    private final Fate fate;
    private final SimulatedDisk disk;
    private final Sandbox sandbox;
    private final Judge judge;
    private final Stage stage;
    private int runs;

    Telling(long seed) {
      this.seed = seed;
      this.situation = Situations.of(seed);
      this.dice = new SplittableRandom(seed ^ 0x73746F7279L);
      boolean nothing = dice.nextInt(20) == 0;
      var weather = dice.nextInt(3) == 0 ? Faults.Weather.MILD : Faults.Weather.STORM;
      Faults chosen = nothing ? Faults.NONE : new Faults.Seed(seed, weather);
      this.fate = new Fate(mishaps.orElseGet(() -> Mishaps.Chosen.of(seed, nothing)), time);
      this.disk = new SimulatedDisk(fate, dice.split());
      this.sandbox =
          new Sandbox(
              Keep.inMemory(situation.estate()),
              situation.knobs(),
              List.of(),
              time,
              faults.orElse(chosen));
      this.judge = new Judge(situation, sandbox, time, disk, trace, met);
      var wire = new Wire(sandbox, time, fate, judge, situation.credentials(), seed);
      this.stage = new Stage(seed, situation, engine, time, fate, disk, judge, wire);
      time.beforeEach(fate::moment);
    }

    Story tell() {
      var violation = Optional.<Violation>empty();
      try {
        runs();
        end();
      } catch (Violation.Found found) {
        violation = Optional.of(found.violation());
      } catch (RuntimeException | StackOverflowError | AssertionError bug) {
        violation = Optional.of(new Violation("uncaught", bug + " at " + bug.getStackTrace()[0]));
      }
      befell();
      return new Story(
          seed,
          violation,
          trace.hash(),
          sandbox.fired(),
          new Mishaps.Listed(fate.fired()),
          runs,
          sandbox.ledger().deeds().size(),
          met,
          trace.lines());
    }

    /** What befell the process and the server, from their own lists. */
    private void befell() {
      for (var mishap : fate.fired().values()) {
        met.met(
            switch (mishap) {
              case KILL -> Met.KILLED;
              case STOP -> Met.STOPPED;
              case FULL -> Met.FULL;
              case FORWARD, BACK -> Met.CLOCK_SET;
            });
      }
      met.met(Met.TORN, disk.torn());
      met.met(Met.FAULTY, sandbox.fired().entries().values().stream().mapToInt(List::size).sum());
    }

    private void runs() {
      for (int i = 0; i < situation.troubledRuns(); i++) {
        run();
        time.pass(Duration.ofMillis(dice.nextInt(4) == 0 ? dice.nextInt(900_000) : 1000));
      }
      sandbox.calm();
      fate.calm();
      time.pass(OPEN_AGAIN);
      boolean excused = false;
      var exits = new ArrayList<Exit>();
      for (int i = 0; i < CALM_RUNS; i++) {
        var exit = run();
        exits.add(exit);
        if (exit.code() == 0 && exit.idle()) {
          nothingOpen();
          met.met(Met.RESTED);
          return;
        }
        excused |= judge.edits() > 0 && exit.namesSomething();
        time.pass(Duration.ofSeconds(1));
      }
      if (!excused) {
        throw new Violation.Found("I4", "does not come to rest: " + exits);
      }
      met.met(Met.EXCUSED);
    }

    private Exit run() {
      time.born();
      fate.born();
      judge.born();
      int edits = judge.edits();
      try {
        var exit = new Run(stage, ++runs).toTheEnd();
        if (fate.stoppedAt() >= 0 && time.nanos() - fate.stoppedAt() > DRAINED.toNanos()) {
          throw new Violation.Found("stopping", "took longer than " + DRAINED);
        }
        if (fate.stoppedAt() >= 0) {
          met.met(Met.DRAINED);
        }
        exit.said().forEach(said -> judge.searched(said.toString(), "a message"));
        judge.ended(exit.code(), edits);
        return exit;
      } catch (Died died) {
        judge.died();
        disk.crash();
        return Exit.KILLED;
      } finally {
        time.died();
      }
    }

    private void nothingOpen() {
      try {
        var open = new FolderStore(disk, Run.ESTATE).openIntents();
        if (!open.isEmpty()) {
          throw new Violation.Found("I5", "at rest, and these intents are open: " + open);
        }
      } catch (StoreUnusable unusable) {
        throw new Violation.Found("I5", "at rest, and the store is unusable: " + unusable);
      }
    }

    private void end() {
      for (var name : disk.list()) {
        judge.searched(
            new String(disk.read(name).orElseThrow(), StandardCharsets.UTF_8), "the file " + name);
      }
    }
  }
}
