package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.world.Kernel;
import dev.orgform.world.Pair;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.Shape;
import dev.orgform.world.VirtualTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every small tree that may be wanted against every small tree that may be there: what comes of it
 * is what must, in an order that the API's rules allow, and then there is nothing left to do.
 */
class EveryTreeTest {
  private static final List<String> NAMES = List.of("x", "y");

  @Test
  void everyPairOfUpToThreeConverges() {
    // A profile that is there has the value 1, so that a wanted one is the same or another.
    var there = Shape.forests(3, NAMES, 1);
    var wanted = Shape.forests(3, NAMES, 2).stream().filter(EveryTreeTest::isFirstSpelling);
    long plans = plans(wanted.toList(), there, 5);
    System.out.println("every pair of trees of up to three organizations: " + plans + " plans");
    assertThat(plans).isGreaterThan(7_000);
  }

  @Test
  @Tag("long")
  void everyPairOfUpToFourConverges() {
    var there = Shape.forests(4, NAMES, 1);
    var wanted = Shape.forests(4, NAMES, 1).stream().filter(EveryTreeTest::isFirstSpelling);
    long plans = plans(wanted.toList(), there, 8);
    System.out.println("every pair of trees of up to four organizations: " + plans + " plans");
    assertThat(plans).isGreaterThan(1_000_000);
  }

  /**
   * Removals, and profiles that are as wanted already, are tried where both trees together have at
   * most so many organizations; the long run of faults has them in larger ones.
   */
  private static long plans(List<List<Shape>> wanted, List<List<Shape>> there, int most) {
    return wanted.parallelStream()
        .flatMap(one -> there.stream().map(other -> new Pair(one, other, false)))
        .filter(pair -> pair.size() <= most || !pair.keepsProfiles())
        .mapToLong(
            pair ->
                converges(pair)
                    + (pair.strangers() == 0 || pair.size() > most
                        ? 0
                        : converges(new Pair(pair.wanted(), pair.there(), true))))
        .sum();
  }

  /** Exchanging the names of both trees changes nothing, so one of each two is enough. */
  static boolean isFirstSpelling(List<Shape> forest) {
    return forest.toString().compareTo(Shape.spelled(forest, EveryTreeTest::other).toString()) <= 0;
  }

  private static String other(String name) {
    return name.equals("x") ? "y" : "x";
  }

  /** Plans, applies and plans again; returns how many plans that took. */
  private static int converges(Pair pair) {
    var forest = pair.forest();
    var desired = pair.declared(forest).desired();
    var remote = new Remote(new VirtualTime(), forest);
    var run = new Run(remote, 3);

    var plan = run.plan(desired);

    isInOrder(plan);
    check(plan.refused(), false, "refused", pair);
    // Of what shall go, members and accounts are read.
    int emptied = 2 * desired.removals().size();
    check(remote.calls().size(), 1 + pair.readableProfiles() + emptied, "requests", pair);
    check(plan.live().requests(), remote.calls().size(), "requests that the plan states", pair);
    check(plan.unmanaged().size(), pair.removing() ? 0 : pair.strangersInside(), "others", pair);
    if (plan.isEmpty()) {
      check(Pair.profiles(forest), pair.outcome(), "what is, without a step", pair);
      return 1;
    }

    check(Kernel.of(desired, Terms.PLAIN, plan).moved(run), List.of(), "saved and moved", pair);
    remote.forget();
    var applied = run.apply(plan);

    check(applied.complete(), true, "complete", pair);
    check(applied.counts(), plan.counts(), "counts", pair);
    check(Pair.profiles(forest), pair.outcome(), "what is", pair);
    check(remote.changes().size(), plan.steps().size(), "changing calls", pair);
    check(remote.calls().size() >= remote.changes().size() * 2, true, "reads first", pair);
    check(run.plan(desired).steps(), List.of(), "the second plan", pair);
    return 2;
  }

  private static void check(Object is, Object wanted, String what, Pair pair) {
    if (!is.equals(wanted)) {
      assertThat(is).as(what + " of " + pair).isEqualTo(wanted);
    }
  }

  /** What must come first stands first, judged from the changes alone. */
  static void isInOrder(Plan plan) {
    Set<String> done = new HashSet<>();
    Set<String> toCome = new HashSet<>();
    plan.steps().forEach(step -> toCome.add(step.address().toString()));
    for (var step : plan.steps()) {
      step.after().forEach(address -> assertThat(done).contains(address.toString()));
      switch (step.change()) {
        case Change.Create create ->
            create.wanted().fields().refs().forEach(r -> assertThat(toCome).doesNotContain("" + r));
        case Change.Update update ->
            update.wanted().fields().refs().forEach(r -> assertThat(toCome).doesNotContain("" + r));
        case Change.Delete delete ->
            plan.live()
                .undeclared()
                .all()
                .forEach(
                    other -> {
                      if (other.fields().refs().contains(delete.address())) {
                        assertThat(toCome).doesNotContain(other.address().toString());
                      }
                    });
      }
      toCome.remove(step.address().toString());
      done.add(step.address().toString());
    }
    assertThat(plan.steps()).hasSize(done.size());
  }
}
