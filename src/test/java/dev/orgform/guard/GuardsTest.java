package dev.orgform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Limited;
import dev.orgform.model.Policy;
import dev.orgform.model.Removal;
import dev.orgform.model.Rule;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static List<Code> codes(Plan plan, Policy head, Policy... base) {
    return said(plan, head, base).stream().map(Diagnostic::code).toList();
  }

  private static List<Diagnostic> said(Plan plan, Policy head, Policy... base) {
    var guarded = plan.guardedBy(Guards.of(head, List.of(base).stream().findFirst()));
    return guarded.diagnostics().stream().filter(one -> !plan.diagnostics().contains(one)).toList();
  }

  @Test
  void theProtectedStaysHoweverItIsAskedToGo() {
    for (var form : Removal.Form.values()) {
      var plan = new Estates().unchanged(1).removed("abc", form).removed("def", form).plan();

      var said = said(plan, Estates.protecting("abc"));

      assertThat(said).hasSize(1);
      assertThat(said.getFirst().code()).isEqualTo(Code.PROTECTED);
      assertThat(said.getFirst().address().orElseThrow().undeclaredId()).isEqualTo("abc");
      assertThat(said.getFirst().places()).hasSize(2).startsWith(Estates.at(3));
      assertThat(said.getFirst().remedy()).contains("protect");
    }
  }

  @Test
  void whatIsProtectedMayChange() {
    var plan = new Estates().declared("abc", "old", "new").plan();
    assertThat(codes(plan, Estates.protecting("abc"))).isEmpty();
  }

  @Test
  void anEmptyConfigurationDeletesNothingByAbsence() {
    var plan = new Estates().removed("abc", Removal.Form.ABSENCE).plan();
    assertThat(codes(plan, Policy.NONE)).containsExactly(Code.NOTHING_LEFT);
    assertThat(said(plan, Policy.NONE).getFirst().places()).isNotEmpty();
  }

  @Test
  void sentencesMayEmptyIt() {
    var plan = new Estates().removed("abc", Removal.Form.SENTENCE).plan();
    assertThat(codes(plan, Policy.NONE)).isEmpty();
  }

  @Test
  void whatStillDeclaresSomethingMayDeleteByAbsence() {
    var absent = Removal.Form.ABSENCE;
    assertThat(codes(new Estates().unchanged(1).removed("a", absent).plan(), Policy.NONE))
        .isEmpty();
    assertThat(codes(new Estates().created("n", "N").removed("a", absent).plan(), Policy.NONE))
        .isEmpty();
  }

  @Test
  void aProtectionCannotGoTogetherWithWhatItProtects() {
    var plan = new Estates().unchanged(1).removed("abc", Removal.Form.SENTENCE).plan();
    var base = Estates.protecting("abc");

    assertThat(codes(plan, Policy.NONE, base)).containsExactly(Code.GUARD_WEAKENED);
    assertThat(codes(plan, Estates.protecting("def"), base)).containsExactly(Code.GUARD_WEAKENED);
    assertThat(codes(plan, Estates.protecting("abc", "def"), base)).containsExactly(Code.PROTECTED);
    assertThat(codes(plan, Policy.NONE, Estates.protecting("def"))).isEmpty();
    assertThat(said(plan, Policy.NONE, base).getFirst().remedy()).contains("guard file by itself");
  }

  @Test
  void aLimitCannotBeRaisedTogetherWithWhatItLimits() {
    var plan = new Estates().unchanged(5).removed(2).plan();
    var one = Estates.limiting(Limited.DELETES, Estates.limit(1, -1));
    var two = Estates.limiting(Limited.DELETES, Estates.limit(2, -1));

    assertThat(codes(plan, two, one)).containsExactly(Code.GUARD_WEAKENED);
    assertThat(codes(plan, Policy.NONE, one)).containsExactly(Code.GUARD_WEAKENED);
    assertThat(codes(plan, one, two)).containsExactly(Code.LIMIT_EXCEEDED);
    assertThat(codes(plan, two, two)).isEmpty();
  }

  @Test
  void aRuleCannotGoTogetherWithWhatItForbids() {
    var plan = new Estates().created("a", "A").plan();
    var ruled = Estates.ruling(Estates.rule(Rule.Scope.PLAN, "summary.creates == 0"));
    var never = Estates.ruling(Estates.rule(Rule.Scope.PLAN, "no such thing"));

    assertThat(codes(plan, Policy.NONE, ruled)).containsExactly(Code.GUARD_WEAKENED);
    assertThat(codes(plan, ruled, Policy.NONE)).containsExactly(Code.RULE_BROKEN);
    assertThat(codes(plan, Policy.NONE, never)).isEmpty();
  }

  @Test
  void whatIsNotThereGuardsNothing() {
    var plan = new Estates().unchanged(2).removed(2).plan();
    assertThat(plan.guardedBy(Guards.of(Policy.NONE, Optional.empty()))).isEqualTo(plan);
    assertThat(Guards.check(Policy.NONE)).isEmpty();
  }
}
