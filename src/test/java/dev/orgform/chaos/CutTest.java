package dev.orgform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.Reconcile;
import dev.orgform.api.Credentials;
import dev.orgform.api.Transport;
import dev.orgform.apply.Means;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.store.Folder;
import dev.orgform.store.FolderStore;
import dev.orgform.store.Intent;
import dev.orgform.store.MemoryFolder;
import dev.orgform.store.StoreUnusable;
import dev.orgform.world.Declared;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The journal of an apply is cut at every byte, and the next applies make the best of it: the
 * shipped engine over the sandbox, whose judge looks at every exit 0.
 */
@Tag("process")
class CutTest {
  private static final int ORGANIZATIONS = 6;

  /** For how long what was created is missing from lists. */
  private static final String HIDDEN = "5s";

  private static final Credentials KEY =
      new Credentials.GlobalKey("alice@acme.example", "0123456789abcdef0123456789abcdef01234");

  /** One server and one disk, at which one process after the other applies the same. */
  private static final class Life {
    final SimulatedTime time = new SimulatedTime();
    final MemoryFolder files = new MemoryFolder();
    final Fate fate = new Fate(new Mishaps.Listed(new TreeMap<>()), time);
    final SimulatedDisk unused = new SimulatedDisk(fate, new SplittableRandom(1));
    final Situation situation;
    final Sandbox sandbox;
    final Judge judge;
    final Wire wire;
    final boolean forgetful;
    int runs;

    Life(int parallelism, String hidden) {
      this(parallelism, hidden, false);
    }

    /** With an engine that does not look for what earlier runs may have created. */
    Life(int parallelism, String hidden, boolean forgetful) {
      this.forgetful = forgetful;
      situation =
          new Situation(
              desired(),
              Estate.empty(),
              Knobs.parse(List.of("visible-after=" + hidden)),
              KEY,
              parallelism,
              1200,
              1);
      sandbox = new Sandbox(Keep.inMemory(Estate.empty()), situation.knobs(), List.of(), time);
      judge = new Judge(situation, sandbox, time, unused, new Trace(false), new Tally());
      wire = new Wire(sandbox, time, fate, judge, KEY, 4711);
    }

    Exit run(Folder folder) {
      time.born();
      fate.born();
      judge.born();
      var engine =
          new Engine() {
            @Override
            public Folder folder(Folder disk) {
              return folder;
            }

            @Override
            public List<Diagnostic> resolve(Reconcile reconcile, Transport transport, Means means) {
              return forgetful ? List.of() : Engine.SHIPPED.resolve(reconcile, transport, means);
            }
          };
      try {
        var stage = new Stage(4711, situation, engine, time, fate, unused, judge, wire);
        var exit = new Run(stage, ++runs).toTheEnd();
        judge.ended(exit.code(), judge.edits());
        return exit;
      } catch (Died died) {
        judge.died();
        return Exit.KILLED;
      } finally {
        time.died();
      }
    }
  }

  private static Desired desired() {
    var declared =
        new Declared()
            .root("acme", "Acme")
            .below("acme", "emea", "Acme EMEA")
            .below("emea", "paris", "Acme Paris")
            .below("acme", "apac", "Acme APAC")
            .below("acme", "labs", "Acme Labs")
            .root("north", "North");
    for (var key : List.of("acme", "emea", "paris", "apac", "labs", "north")) {
      declared.profile(key, "business_name", "Acme Corporation");
    }
    return declared.desired();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "10, true"})
  void atEveryByte(int parallelism, boolean late) {
    var whole = new CutFolder(new MemoryFolder(), Integer.MAX_VALUE, late);
    assertThat(new Life(parallelism, HIDDEN).run(whole).code()).isZero();
    int cuts = whole.written();
    assertThat(cuts).isGreaterThan(10_000);

    int applies =
        IntStream.range(0, cuts).parallel().map(cut -> cutAt(cut, parallelism, late)).sum();
    System.out.printf(
        "The journal cut at every byte, %s: %,d cuts, %,d applies to converge%n",
        late ? "lost as late as can be, 10 at a time" : "torn while it is written, 1 at a time",
        cuts,
        applies);
  }

  /** How many applies it takes then. */
  private static int cutAt(int cut, int parallelism, boolean late) {
    var about = "cut at byte " + cut;
    var life = new Life(parallelism, HIDDEN);
    var first = life.run(new CutFolder(life.files, cut, late));
    assertThat(first).as(about).isEqualTo(Exit.KILLED);
    return converges(life, about);
  }

  /** The same cuts find an engine that forgets. */
  @Test
  void anEngineThatForgetsIsFound() {
    assertThatThrownBy(
            () -> {
              for (int cut = 0; ; cut++) {
                var life = new Life(1, HIDDEN, true);
                if (life.run(new CutFolder(life.files, cut, true)).code() == 0) {
                  return;
                }
                converges(life, "cut at byte " + cut);
              }
            })
        .isInstanceOfAny(AssertionError.class, Violation.Found.class);
  }

  private static int converges(Life life, String about) {
    life.time.pass(Duration.ofSeconds(1));
    var whole = new CutFolder(life.files, Integer.MAX_VALUE, false);
    int applies = 1;
    var exit = life.run(whole);
    if (exit.code() != 0) {
      applies++;
      exit = life.run(whole);
    }
    assertThat(exit.code()).as("%s: %s", about, exit).isZero();
    assertThat(open(life.files)).as(about).isEmpty();
    assertThat(life.sandbox.ledger().created()).as(about).hasSize(ORGANIZATIONS);
    assertThat(life.sandbox.estate().organizations()).as(about).hasSize(ORGANIZATIONS);
    return applies;
  }

  private static List<Intent> open(Folder files) {
    try {
      return new FolderStore(files, Run.ESTATE).openIntents();
    } catch (StoreUnusable unusable) {
      throw new AssertionError(unusable);
    }
  }
}
