package dev.orgform.apply;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import dev.orgform.world.Declared;
import dev.orgform.world.Fault;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Pair;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.Shape;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applies over virtual time: what the API hides for a while, what is lost, what is reported. */
class ApplyTest {
  private static final Declared TREE =
      new Declared()
          .root("root", "Root")
          .below("root", "child", "Child")
          .below("child", "leaf", "Leaf")
          .root("other", "Other")
          .profile("root", "business_name", "R")
          .profile("leaf", "business_name", "L");

  private final VirtualTime time = new VirtualTime();
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(time, forest);
  private final Run run = new Run(remote);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1", "5, 30", "30, 5", "59, 61", "119, 0", "0, 119", "120, 120"})
  void whatTheApiHidesForAWhileIsWaitedFor(int hidden, int forbidden) {
    remote.behaving(
        Habits.PLAIN.hidden(Duration.ofSeconds(hidden)).forbidden(Duration.ofSeconds(forbidden)));
    var desired = TREE.desired();
    var began = time.now();

    var applied = run.apply(run.plan(desired));

    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(applied.counts()).isEqualTo(new Counts(6, 0, 0));
    assertThat(remote.count(Call.Method.POST)).isEqualTo(4);
    assertThat(Duration.between(began, time.now())).isLessThan(Duration.ofMinutes(10));
    assertThat(run.plan(desired).isEmpty()).isTrue();
  }

  @Test
  void whatStaysHiddenIsNeitherDoneNorLostNorMadeAgain() {
    remote.behaving(Habits.PLAIN.hidden(Duration.ofMinutes(6)));
    var desired = TREE.desired();

    var applied = run.apply(run.plan(desired));

    assertThat(codes(applied))
        .containsExactlyInAnyOrder(
            Code.NOT_SEEN,
            Code.NOT_SEEN,
            Code.STEP_SKIPPED,
            Code.STEP_SKIPPED,
            Code.STEP_SKIPPED,
            Code.STEP_SKIPPED);
    assertThat(applied.outcomes().get(ORGANIZATION.address("root")))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.why().detail()).contains("org00002", "300 s"));
    assertThat(remote.count(Call.Method.POST)).isEqualTo(2);
    time.pass(Duration.ofMinutes(2));
    assertThat(run.apply(run.plan(desired)).complete()).isFalse();
    time.pass(Duration.ofMinutes(7));
    remote.behaving(Habits.PLAIN);
    assertThat(run.apply(run.plan(desired)).complete()).isTrue();
    assertThat(remote.count(Call.Method.POST)).isEqualTo(4);
  }

  @Test
  void aParentThatStaysShutFailsItsChildrenBeforeAnythingIsSent() {
    remote.behaving(Habits.PLAIN.forbidden(Duration.ofHours(1)));

    var applied = run.apply(run.plan(TREE.desired()));

    assertThat(remote.count(Call.Method.POST)).isEqualTo(2);
    assertThat(remote.count(Call.Method.PUT)).isZero();
    assertThat(applied.outcomes().get(ORGANIZATION.address("child")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.why().code()).isEqualTo(Code.NOT_SEEN));
    assertThat(applied.outcomes().get(PROFILE.address("root"))).isInstanceOf(Outcome.Failed.class);
    assertThat(applied.outcomes().get(PROFILE.address("leaf"))).isInstanceOf(Outcome.Skipped.class);
    assertThat(applied.counts()).isEqualTo(new Counts(2, 0, 0));
  }

  @Test
  void whatWasDeletedMayStandInListsForAWhile() {
    remote.behaving(Habits.PLAIN.lingers(Duration.ofSeconds(40)));
    var root = forest.create("root", Optional.empty()).id();
    var child = forest.create("child", Optional.of(root)).id();
    var desired = new Declared().removed(root, "root").removed(child, "child").desired();

    var applied = run.apply(run.plan(desired));

    assertThat(applied.complete()).as("%s", applied.diagnostics()).isTrue();
    assertThat(forest.all()).isEmpty();
    assertThat(remote.count(Call.Method.DELETE)).isEqualTo(2);
  }

  @Test
  void aHeartbeatComesEveryTenSeconds() {
    remote.taking(call -> Duration.ofSeconds(call.method() == Call.Method.POST ? 35 : 0));

    run.apply(run.plan(new Declared().root("a", "a").desired()));

    assertThat(run.events().stream().filter(Event.Still.class::isInstance))
        .extracting(event -> ((Event.Still) event).elapsed().toSeconds())
        .containsExactly(10L, 20L, 30L);
    assertThat(run.events().getLast())
        .isInstanceOfSatisfying(
            Event.Ended.class, ended -> assertThat(ended.elapsed()).hasSeconds(35));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 64})
  void noMoreRequestsAreUnderWayThanAllowed(int parallelism) {
    var declared = new Declared();
    for (int i = 0; i < 40; i++) {
      declared.root("k" + i, "o" + i).profile("k" + i, "business_name", "x");
    }
    var wide = new Run(remote, parallelism);
    var plan = wide.plan(declared.desired());
    remote.forget();

    assertThat(wide.apply(plan).complete()).isTrue();
    assertThat(remote.mostUnderWay()).isEqualTo(Math.min(40, parallelism));
  }

  @Test
  void everyStepBeginsOnceAndEndsOnceAndSkippedOnesOnlyEnd() {
    remote.taking(call -> Duration.ofMillis(call.hashCode() & 63));
    var plan = run.plan(TREE.desired());
    remote.forget().failing(1, Fault.REFUSED);

    var applied = run.apply(plan);

    for (var step : plan.steps()) {
      var events = run.events().stream().filter(event -> event.step().equals(step)).toList();
      if (applied.outcomes().get(step.address()) instanceof Outcome.Skipped) {
        assertThat(events).hasSize(1);
      } else {
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(Event.Started.class);
      }
      assertThat(events.getLast())
          .isInstanceOfSatisfying(
              Event.Ended.class,
              end -> assertThat(end.outcome()).isEqualTo(applied.outcomes().get(step.address())));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_BEFORE", "BROKEN"})
  void aPostThatNobodyAnswersAndNoListShowsDidNotHappen(Fault fault) {
    var plan = run.plan(new Declared().root("a", "a").below("a", "b", "b").desired());
    remote.forget().failing(1, fault);
    var began = remote.time().elapsed();

    var applied = run.apply(plan);

    assertThat(remote.count(Call.Method.POST)).isEqualTo(1);
    assertThat(codes(applied)).containsExactly(Code.STEP_FAILED, Code.STEP_SKIPPED);
    assertThat(applied.diagnostics().get(1).detail()).contains("organization.a");
    assertThat(applied.counts()).isEqualTo(new Counts(0, 0, 0));
    assertThat(remote.time().elapsed().minus(began)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_AFTER", "BROKEN_AFTER"})
  void aPostThatNobodyAnswersIsFoundByItsPlaceAndName(Fault fault) {
    var plan = run.plan(new Declared().root("a", "a").below("a", "b", "b").desired());
    remote.forget().failing(1, fault);

    var applied = run.apply(plan);

    assertThat(applied.complete()).isTrue();
    assertThat(remote.count(Call.Method.POST)).isEqualTo(2);
    assertThat(applied.counts()).isEqualTo(new Counts(2, 0, 0));
  }

  @Test
  void independentBranchesGoOn() {
    var plan = run.plan(TREE.desired());
    remote.forget().failing(0, Fault.REFUSED);

    var applied = run.apply(plan);

    assertThat(applied.counts()).isEqualTo(new Counts(5, 0, 0));
    assertThat(codes(applied)).containsExactly(Code.API_REFUSED);
    assertThat(applied.outcomes().get(ORGANIZATION.address("other")))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void anyTimingConverges() {
    var wanted = Shape.forests(3, List.of("x", "y"), 1);
    var there = Shape.forests(3, List.of("x", "y"), 1);
    var random = new Random(20261121);
    for (int i = 0; i < 3_000; i++) {
      var pair =
          new Pair(
              wanted.get(random.nextInt(wanted.size())),
              there.get(random.nextInt(there.size())),
              random.nextBoolean());
      var grown = pair.forest();
      var desired = pair.declared(grown).desired();
      var erratic =
          new Remote(new VirtualTime(), grown)
              .taking(call -> Duration.ofMillis(random.nextInt(2_000)))
              .behaving(
                  Habits.PLAIN
                      .hidden(Duration.ofMillis(random.nextInt(3_000)))
                      .forbidden(Duration.ofMillis(random.nextInt(3_000)))
                      .lingers(Duration.ofMillis(random.nextInt(3_000)))
                      .exactName(random.nextBoolean())
                      .counted(random.nextBoolean())
                      .largestPage(1 + random.nextInt(3)));
      var hasty = new Run(erratic, 1 + random.nextInt(5));

      var applied = hasty.apply(hasty.plan(desired));

      assertThat(applied.complete()).as("%s %s", pair, applied.diagnostics()).isTrue();
      assertThat(Pair.profiles(grown)).as("%s", pair).isEqualTo(pair.outcome());
    }
  }

  static List<Code> codes(Applied applied) {
    return applied.diagnostics().stream().map(Diagnostic::code).toList();
  }
}
