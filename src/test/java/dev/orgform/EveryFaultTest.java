package dev.orgform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.apply.Applied;
import dev.orgform.apply.Outcome;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.plan.Change;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Org;
import dev.orgform.world.Pair;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.Shape;
import dev.orgform.world.VirtualTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every call of an apply fails once in every way: what rests on a step that did not get done is
 * left alone, nothing is made twice, what is reported is so, and the next apply finishes.
 */
class EveryFaultTest {
  private static final List<String> NAMES = List.of("x", "y");

  @Test
  void everyCallOfSmallPlansFailsInEveryWay() {
    var wanted = Shape.forests(3, NAMES, 1).stream().filter(EveryTreeTest::isFirstSpelling);
    long plans = plans(wanted.toList(), Shape.forests(1, List.of("x"), 1));
    plans += plans(Shape.forests(1, NAMES, 2), Shape.forests(3, NAMES, 0));
    System.out.println("every fault at every call: " + plans + " plans");
    assertThat(plans).isGreaterThan(7_000);
  }

  @Test
  @Tag("long")
  void everyCallOfAllPlansFailsInEveryWay() {
    var wanted = Shape.forests(3, NAMES, 2).stream().filter(EveryTreeTest::isFirstSpelling);
    long plans = plans(wanted.toList(), Shape.forests(3, NAMES, 1));
    System.out.println("every fault at every call of every pair of three: " + plans + " plans");
    assertThat(plans).isGreaterThan(1_000_000);
  }

  private static long plans(List<List<Shape>> wanted, List<List<Shape>> there) {
    return wanted.parallelStream()
        .flatMap(one -> there.stream().map(other -> new Pair(one, other, true)))
        .mapToLong(EveryFaultTest::failsEverywhere)
        .sum();
  }

  private static long failsEverywhere(Pair pair) {
    var before = pair.forest();
    var desired = pair.declared(before).desired();
    var plan = new Run(new Remote(new VirtualTime(), new Forest(before)), 2).plan(desired);
    long plans = 1;
    for (var fault : Fault.values()) {
      boolean met = !plan.isEmpty();
      for (int number = 0; met; number++) {
        met = fails(pair, before, desired, plan, number, fault);
        plans += met ? 2 : 0;
      }
    }
    return plans;
  }

  /** False where the apply has no call of that number. */
  private static boolean fails(
      Pair pair, Forest before, Desired desired, Plan plan, int number, Fault fault) {
    var forest = new Forest(before);
    var remote = new Remote(new VirtualTime(), forest).failing(number, fault);
    var run = new Run(remote, 2);
    var applied = run.apply(plan);
    if (remote.calls().size() <= number) {
      return false;
    }
    var where = "%s at call %d (%s) of %s".formatted(fault, number, remote.calls(), pair);
    try {
      leavesDependantsAlone(applied);
      saysWhatIsSo(applied, before, forest);
      sendsEachOnce(remote);
      var second = run.apply(run.plan(desired));
      assertThat(second.complete()).isTrue();
      assertThat(Pair.profiles(forest)).isEqualTo(pair.outcome());
      assertThat(run.plan(desired).steps()).isEmpty();
    } catch (AssertionError e) {
      throw new AssertionError(where + "\n" + applied.outcomes(), e);
    }
    return true;
  }

  private static void leavesDependantsAlone(Applied applied) {
    for (var step : applied.plan().steps()) {
      var outcome = applied.outcomes().get(step.address());
      var broken = step.after().stream().filter(on -> !isDone(applied, on)).toList();
      if (broken.isEmpty()) {
        assertThat(outcome).isNotNull().isNotInstanceOf(Outcome.Skipped.class);
      } else {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Outcome.Skipped.class, skipped -> assertThat(broken).contains(skipped.because()));
      }
    }
  }

  private static boolean isDone(Applied applied, Address address) {
    return applied.outcomes().get(address) instanceof Outcome.Done;
  }

  private static void saysWhatIsSo(Applied applied, Forest before, Forest now) {
    int created = 0;
    int changed = 0;
    int deleted = 0;
    for (var step : applied.plan().steps()) {
      boolean done = isDone(applied, step.address());
      if (!(applied.outcomes().get(step.address()) instanceof Outcome.Unknown)) {
        assertThat(isSo(step, applied, now)).as(step.address() + " is so").isEqualTo(done);
      }
      switch (step.change()) {
        case Change.Create create -> created += done ? 1 : 0;
        case Change.Update update -> changed += done ? 1 : 0;
        case Change.Delete delete -> deleted += done ? 1 : 0;
      }
    }
    assertThat(applied.counts()).isEqualTo(new Counts(created, changed, deleted));
    assertThat(applied.complete())
        .isEqualTo(created + changed + deleted == applied.plan().steps().size());
    var untouched = new HashSet<>(before.all());
    untouched.retainAll(Set.copyOf(now.all()));
    var steps = applied.plan().steps().size();
    assertThat(untouched.size()).isGreaterThanOrEqualTo(before.all().size() - steps);
  }

  private static boolean isSo(Step step, Applied applied, Forest now) {
    return switch (step.change()) {
      case Change.Delete delete -> now.get(delete.live().id().orElseThrow()).isEmpty();
      case Change.Create create -> target(step, applied, now).anyMatch(org -> fits(org, step));
      case Change.Update update -> target(step, applied, now).anyMatch(org -> fits(org, step));
    };
  }

  /** The organization that a step is about, found by the names above it. */
  private static Stream<Org> target(Step step, Applied applied, Forest now) {
    var desired = applied.plan().steps().stream().map(Step::change).toList();
    var path = new StringBuilder();
    Address at = new Address("organization", step.address().key());
    var names = new NamesAbove(applied.plan(), desired);
    path.append(names.path(at));
    var found = Pair.paths(now).get(path.toString());
    return found == null ? Stream.empty() : Stream.of(found);
  }

  private static boolean fits(Org org, Step step) {
    if (step.address().kind().equals("organization")) {
      return true;
    }
    var wanted =
        switch (step.change()) {
          case Change.Create create -> create.wanted().fields().text("business_name");
          case Change.Update update -> update.wanted().fields().text("business_name");
          case Change.Delete delete -> throw new AssertionError("profiles are never deleted");
        };
    return org.profile().filter(p -> p.path("business_name").asText().equals(wanted)).isPresent();
  }

  /** Where a declaration stands, from what the plan creates and what it found. */
  private record NamesAbove(Plan plan, List<Change> changes) {
    String path(Address address) {
      var fields =
          changes.stream()
              .filter(change -> change.address().equals(address))
              .map(change -> ((Change.Create) change).wanted().fields())
              .findFirst()
              .orElseGet(() -> plan.live().resources().get(address).orElseThrow().fields());
      var above = fields.refs().stream().findFirst().map(this::path).orElse("");
      return above + "/" + fields.text("name");
    }
  }

  /** What says what shall be may be sent again after a look; what creates may not. */
  private static void sendsEachOnce(Remote remote) {
    var changes = remote.changes().stream().map(call -> call + "" + call.body()).toList();
    assertThat(changes.stream().filter(change -> change.startsWith("POST")))
        .doesNotHaveDuplicates();
    assertThat(changes)
        .allSatisfy(
            change -> assertThat(Collections.frequency(changes, change)).isLessThanOrEqualTo(2));
    assertThat(remote.count(Call.Method.POST)).isLessThanOrEqualTo(3);
  }
}
