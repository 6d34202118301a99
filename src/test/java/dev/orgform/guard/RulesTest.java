package dev.orgform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Removal;
import dev.orgform.model.Rule;
import dev.orgform.model.Rule.Scope;
import dev.orgform.model.Severity;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final Plan PLAN =
      new Estates()
          .declared("one", "Old", "New")
          .profile("one", "+1", "+2")
          .created("two", "Two")
          .removed("gone", Removal.Form.SENTENCE)
          .plan();

  private static List<Diagnostic> said(Plan plan, Rule rule) {
    return plan.guardedBy(Guards.of(Estates.ruling(rule), Optional.empty())).diagnostics();
  }

  private static List<Code> codes(Scope scope, String require) {
    return said(PLAN, Estates.rule(scope, require)).stream().map(Diagnostic::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "summary.changes == 4 && summary.creates == 1 && summary.updates == 2",
        "summary.deletes == 1 && summary.one_way == 1",
        "size(changes) == 4",
        "changes.exists(c, c.action == 'delete' && c.id == 'gone' && !c.reversible)",
        "changes.filter(c, c.kind == 'profile').size() == 1",
        "changes.map(c, c.key).exists(k, k == 'two')",
        "changes.all(c, c.action in ['create', 'update', 'delete'])",
        "changes.exists_one(c, c.address == 'organization.kone' && c.name == 'Old')",
        "changes.exists(c, c.fields.exists(f, f.name == 'name' && f.before == 'Old' && f.after =="
            + " 'New'))",
        "changes.exists(c, c.fields.exists(f, f.before == null && f.after == 'Two'))",
        "changes.exists(c, c.fields.exists(f, f.name == 'name' && f.after == null))",
        "changes.all(c, c.fields.all(f, f.name != 'business_phone' || f.after.startsWith('+')))",
        "changes.exists(c, c.name.matches('^O.d$'))",
        "changes.exists(c, type(c.name) == string)"
      })
  void aRuleThatIsTrueIsMet(String require) {
    assertThat(codes(Scope.PLAN, require)).isEmpty();
  }

  @Test
  void aRuleThatIsFalseSaysItsMessageWhereItStands() {
    var said = said(PLAN, Estates.rule(Scope.PLAN, "summary.deletes == 0"));
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().code()).isEqualTo(Code.RULE_BROKEN);
    assertThat(said.getFirst().summary()).isEqualTo("Not so.");
    assertThat(said.getFirst().detail()).contains("`r`").contains("orgform.guard.yaml:9:1");
    assertThat(said.getFirst().places()).containsExactly(Estates.at(9));
    assertThat(PLAN.guardedBy(Guards.of(policy("false"), Optional.empty())).applyable()).isFalse();
  }

  private static dev.orgform.model.Policy policy(String require) {
    return Estates.ruling(Estates.rule(Scope.PLAN, require));
  }

  @Test
  void aRuleForChangesIsAskedOfEachAndNamesThoseThatDoNotMeetIt() {
    var said = said(PLAN, Estates.rule(Scope.CHANGE, "change.kind != 'organization'"));
    assertThat(said.stream().map(one -> one.address().orElseThrow().toString()))
        .containsExactly("organization.kone", "organization.two", "organization.id:gone");
  }

  @Test
  void manyThatDoNotMeetItAreCounted() {
    var estate = new Estates();
    for (int i = 0; i < 50; i++) {
      estate.created("n" + i, "new");
    }
    var said = said(estate.plan(), Estates.rule(Scope.CHANGE, "false"));
    assertThat(said).hasSize(21);
    assertThat(said.getLast().summary()).isEqualTo("30 more changes do not meet it");
  }

  @Test
  void aWarningOnlyTells() {
    var strict = Estates.rule(Scope.PLAN, "false");
    var rule =
        new Rule("w", Scope.PLAN, "false", Severity.WARNING, "Mind.", strict.place(), List.of());
    var plan = PLAN.guardedBy(Guards.of(Estates.ruling(rule), Optional.empty()));
    assertThat(plan.diagnostics().getLast().severity()).isEqualTo(Severity.WARNING);
    assertThat(plan.applyable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "changes[17].name == 'x'",
        "changes.all(c, c.fields.all(f, f.after > 3))",
        "1 / summary.deletes - 1 == 1 / 0",
        "'x'.matches('(')",
        "duration(changes[0].name) > duration('1s')"
      })
  void whatCannotBeAnsweredIsNotMet(String require) {
    assertThat(codes(Scope.PLAN, require)).containsExactly(Code.RULE_FAILED);
  }

  @Test
  void noRuleRunsForEver() {
    var estate = new Estates();
    for (int i = 0; i < 300; i++) {
      estate.created("n" + i, "new");
    }
    var plan = estate.plan();
    for (var endless :
        List.of(
            "changes.all(a, changes.all(b, changes.all(c, changes.all(d, true))))",
            "changes.map(a, changes.map(b, changes.map(c, changes))).size() == 1",
            "changes.all(a, changes.all(b, changes.exists(c, c.name.matches('(x+x+)+y'))))")) {
      var said = said(plan, Estates.rule(Scope.PLAN, endless));
      assertThat(said).as(endless).hasSize(1);
      assertThat(said.getFirst().code()).isIn(Code.RULE_FAILED, Code.RULE_BROKEN);
    }
  }

  @Test
  void textsThatGrowLargeAreLookedAtInNoTimeOrRefused() {
    var name = "a".repeat(1_000_000) + "!";
    var plan = new Estates().created("n", name).plan();
    var rule = Estates.rule(Scope.CHANGE, "!change.name.matches('^(a+)+$')");
    assertThat(said(plan, rule)).isEmpty();
  }

  @Test
  void aMegabyteOfExpressionIsRefusedBeforeItIsRead() {
    var huge = Estates.rule(Scope.PLAN, "true" + " && true".repeat(150_000));
    assertThat(Guards.check(Estates.ruling(huge)))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.code()).isEqualTo(Code.BAD_RULE);
              assertThat(said.places()).containsExactly(Estates.at(9));
            });
  }
}
