package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final Forest forest = new Forest();
  private final Run run = new Run(new Remote(new VirtualTime(), forest));

  @Test
  void aRenameIsAnUpdateOfTheNameAlone() {
    var id = forest.create("Acme Corp", Optional.empty()).id();

    for (var declared :
        List.of(
            new Declared().pinned(id, "acme", "Acme"),
            new Declared().root("acme", "Acme").previously("acme", "Acme Corp"))) {
      var plan = run.plan(declared.desired());
      assertThat(steps(plan)).containsExactly("~ organization.acme");
      assertThat(plan.counts()).isEqualTo(new Counts(0, 1, 0));
    }
  }

  @Test
  void aNameInOtherSpellingOfTheSameLettersIsNoDifference() {
    forest.create("Cafe\u0301", Optional.empty());

    assertThat(run.plan(new Declared().root("cafe", "Caf\u00e9").desired()).isEmpty()).isTrue();
  }

  @Test
  void anotherParentIsRefusedWithTheReason() {
    var one = forest.create("one", Optional.empty()).id();
    var two = forest.create("two", Optional.empty()).id();
    var child = forest.create("child", Optional.of(one)).id();

    var declared =
        new Declared()
            .pinned(one, "one", "one")
            .pinned(two, "two", "two")
            .pinnedBelow("two", child, "child", "child");
    var plan = run.plan(declared.desired());

    assertThat(plan.refused()).isTrue();
    assertThat(plan.isEmpty()).isTrue();
    assertThat(codes(plan)).containsExactly(Code.FIXED_FIELD);
    assertThat(plan.diagnostics().getFirst().detail()).contains("organization.one");
  }

  @Test
  void anotherParentThatDoesNotExistYetIsRefusedToo() {
    var child = forest.create("child", Optional.empty()).id();

    var plan =
        run.plan(
            new Declared().root("new", "new").pinnedBelow("new", child, "child", "c").desired());

    assertThat(codes(plan)).containsExactly(Code.FIXED_FIELD);
    assertThat(plan.applyable()).isFalse();
  }

  @Test
  void aTopLevelIdStaysWhereItIs() {
    var root = forest.create("root", Optional.empty()).id();
    var child = forest.create("child", Optional.of(root)).id();

    assertThat(run.plan(new Declared().pinned(child, "c", "child").desired()).isEmpty()).isTrue();
  }

  @Test
  void whatIsInsideAndDeclaredNowhereIsListedHoweverDeep() {
    var root = forest.create("root", Optional.empty()).id();
    var child = forest.create("child", Optional.of(root)).id();
    var deep = forest.create("deep", Optional.of(child)).id();
    forest.create("elsewhere", Optional.empty());

    var plan = run.plan(new Declared().root("root", "root").desired());

    assertThat(plan.unmanaged()).extracting(r -> r.id().orElse("")).containsExactly(child, deep);
  }

  @Test
  void anUnmanagedSiblingIsAWarningBeforeACreateOnly() {
    var root = forest.create("root", Optional.empty()).id();
    forest.create("child", Optional.of(root));

    var creating = run.plan(new Declared().root("r", "root").below("r", "c", "new").desired());
    var still = run.plan(new Declared().root("r", "root").desired());

    assertThat(codes(creating)).containsExactly(Code.POSSIBLE_RENAME);
    assertThat(creating.refused()).isFalse();
    assertThat(codes(still)).isEmpty();
  }

  /**
   * Whoever may see only a part of a tree takes its top for a root, and would make a second one.
   */
  @Test
  void whatHangsBelowAnUnseenParentIsAWarningBeforeARoot() {
    forest.create("acme", Optional.of("unseen"));

    var plan = run.plan(new Declared().root("a", "acme").desired());

    assertThat(codes(plan)).containsExactly(Code.POSSIBLE_RENAME);
    assertThat(plan.diagnostics().getFirst().detail()).contains("this credential cannot see");
    assertThat(plan.refused()).isFalse();
  }

  @Test
  void jsonInATextIsComparedByWhatItSays() {
    var id = forest.create("a", Optional.empty()).id();
    forest.profile(id, Profiles.with("external_metadata", "{\"b\": 1.0, \"a\": [true, null]}"));

    assertThat(
            run.plan(
                    new Declared()
                        .root("a", "a")
                        .profile("a", "external_metadata", "{\"a\":[true,null],\"b\":1}")
                        .desired())
                .isEmpty())
        .isTrue();
    assertThat(
            steps(
                run.plan(
                    new Declared()
                        .root("a", "a")
                        .profile("a", "external_metadata", "{\"a\":[null,true],\"b\":1}")
                        .desired())))
        .containsExactly("~ profile.a");
  }

  @Test
  void saidEmptyIsNotUnsaid() {
    var id = forest.create("a", Optional.empty()).id();
    forest.profile(id, Profiles.with("business_phone", "1"));

    assertThat(
            run.plan(new Declared().root("a", "a").profile("a", "business_phone", "").desired())
                .steps())
        .hasSize(1);
    assertThat(
            run.plan(new Declared().root("a", "a").profile("a", "business_email", "").desired())
                .isEmpty())
        .isTrue();
  }

  static List<String> steps(Plan plan) {
    return plan.steps().stream()
        .map(
            step ->
                switch (step.change()) {
                      case Change.Create create -> "+ ";
                      case Change.Update update -> "~ ";
                      case Change.Delete delete -> "- ";
                    }
                    + step.address())
        .toList();
  }

  static List<Code> codes(Plan plan) {
    return plan.diagnostics().stream().map(Diagnostic::code).toList();
  }
}
