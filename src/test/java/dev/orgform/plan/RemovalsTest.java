package dev.orgform.plan;

import static dev.orgform.plan.PlannerTest.codes;
import static dev.orgform.plan.PlannerTest.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgform.Reconcile;
import dev.orgform.api.Stop;
import dev.orgform.apply.Patience;
import dev.orgform.model.Code;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Kept;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovalsTest {
  private final Forest forest = new Forest();
  private final Remote remote = new Remote(new VirtualTime(), forest);
  private final Run run = new Run(remote);
  private final String root = forest.create("root", Optional.empty()).id();
  private final String child = forest.create("child", Optional.of(root)).id();
  private final String leaf = forest.create("leaf", Optional.of(child)).id();

  @Test
  void leavesGoFirst() {
    var plan =
        run.plan(
            new Declared()
                .removed(root, "root")
                .removed(leaf, "leaf")
                .removed(child, "child")
                .desired());

    assertThat(steps(plan))
        .containsExactly(
            "- organization.id:" + leaf, "- organization.id:" + child, "- organization.id:" + root);
    assertThat(plan.steps()).allMatch(Step::oneWay);
    assertThat(codes(plan)).isEmpty();
  }

  @Test
  void whatStillHoldsSomethingIsRefused() {
    var plan = run.plan(new Declared().removed(child, "child").desired());

    assertThat(codes(plan)).containsExactly(Code.REMOVAL_NOT_EMPTY);
    assertThat(plan.diagnostics().getFirst().detail()).contains(leaf);
    assertThat(plan.applyable()).isFalse();
  }

  @Test
  void whatHoldsSomethingDeclaredIsRefused() {
    var plan =
        run.plan(
            new Declared()
                .pinned(leaf, "kept", "leaf")
                .removed(child, "child")
                .removed(root, "root")
                .desired());

    assertThat(codes(plan)).containsExactly(Code.REMOVAL_NOT_EMPTY);
  }

  @Test
  void theNameMustBeTheOneThatItHas() {
    var plan = run.plan(new Declared().removed(leaf, "Leaf").desired());

    assertThat(codes(plan)).containsExactly(Code.REMOVAL_NAME);
    assertThat(plan.refused()).isTrue();
  }

  @Test
  void theNameIsComparedByItsLetters() {
    var id = forest.create("Cafe\u0301", Optional.empty()).id();

    assertThat(codes(run.plan(new Declared().removed(id, "Caf\u00e9").desired()))).isEmpty();
  }

  @Test
  void declaredAndRemovedIsRefused() {
    var plan = run.plan(new Declared().root("root", "root").removed(root, "root").desired());

    assertThat(codes(plan)).contains(Code.REMOVED_AND_DECLARED);
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void goneAlreadyIsANote() {
    var plan = run.plan(new Declared().removed("zzz", "Old").desired());

    assertThat(codes(plan)).containsExactly(Code.ALREADY_REMOVED);
    assertThat(plan.refused()).isFalse();
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void absenceDeletesNothing() {
    assertThat(run.plan(new Declared().desired()).isEmpty()).isTrue();
    assertThat(run.plan(new Declared().root("root", "root").desired()).isEmpty()).isTrue();
  }

  @Test
  void withoutConsentNothingIsSent() {
    var reconcile = new Reconcile(Run.KEY, remote.time(), new Stop(), 1);
    var desired = new Declared().removed(leaf, "leaf").desired();
    var plan = reconcile.plan(desired, remote, Terms.PLAIN).value().orElseThrow();

    assertThat(plan.missing())
        .containsExactly(Confirmation.ALLOW_DELETE, Confirmation.ACCEPT_ONE_WAY);
    assertThat(plan.applyable()).isFalse();
    var means = Kept.once(remote.time(), Patience.DEFAULT);
    assertThatThrownBy(() -> reconcile.apply(plan, remote, means, event -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(remote.changes()).isEmpty();
  }

  @Test
  void tenThousandAreLookedUpAndNotSearchedFor() {
    var declared = new Declared();
    for (int i = 0; i < 10_000; i++) {
      var id = forest.create("doomed" + i, Optional.of(leaf)).id();
      declared.removed(id, "doomed" + i);
    }

    assertThat(run.plan(declared.desired()).steps()).hasSize(10_000);
  }
}
