package dev.orgform.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Severity;
import dev.orgform.model.Value;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Address ACME = new Address("organization", "acme");

  private static List<String> told(Plan plan) {
    return Findings.of(PlanDocument.of(plan, "1"), Lineage.NONE).stream()
        .map(one -> one.rule().id() + " " + one.message())
        .toList();
  }

  @Test
  void whatCannotBeTakenBackComesFirst() {
    assertThat(told(Plans.deletion()))
        .containsExactly(
            "plan/delete organization.id:d1 (\"Acme Labs\") will be destroyed",
            "already-removed \"Old\" is already gone");
  }

  @Test
  void errorsComeBeforeEverything() {
    var told = told(Plans.refused());
    assertThat(told.getFirst()).isEqualTo("key-needed profile.emea needs the Global API key");
    assertThat(told).anyMatch(one -> one.startsWith("plan/create "));
  }

  @Test
  void aPlanTellsOnlyTheDriftThatItTouches() {
    // apac is created below acme, so that what happened to acme is the reviewer's business.
    var told = told(Plans.drifted());
    assertThat(told)
        .contains(
            "drift/drifted organization.acme (\"Acme Worldwide\") has changed outside of orgform:"
                + " name",
            "plan/create organization.apac will be created")
        .noneMatch(one -> one.contains("organization.emea"));
    var summary = Summary.of(PlanDocument.of(Plans.drifted(), "1"));
    assertThat(summary.elsewhere()).isEqualTo(1);
  }

  @Test
  void aSurveyTellsAllOfIt() {
    var found = Findings.of(DriftDocument.of(Plans.survey(), "1"), Lineage.NONE);
    assertThat(found.stream().map(one -> one.rule().id()).collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "drift/missing",
                "drift/drifted",
                "drift/ignored",
                "drift/unmanaged",
                "drift/still-there",
                "possible-rename"));
    assertThat(found.getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(found.getFirst().message()).contains("is missing");
  }

  @Test
  void theOrderIsOneOrder() {
    var found = Findings.of(DriftDocument.of(Plans.survey(), "1"), Lineage.NONE);
    assertThat(found).isSortedAccordingTo(Finding.BY_RISK);
    assertThat(found.stream().map(Finding::severity)).isSorted();
  }

  @Test
  void lineageSaysWhatStandsAboveAndWhereItIsDeclared() {
    var emea = Plans.wanted("emea", "Acme EMEA", Plans.ref("acme"));
    var lineage =
        Lineage.of(
            List.of(Plans.wanted("acme", "Acme", Value.none()), emea),
            List.of(Plans.undeclared("d3", "Lost", Plans.ref("emea"))));
    var lost = Address.undeclared("organization", "d3");
    assertThat(lineage.path(lost)).containsExactly(ACME, emea.address(), lost);
    assertThat(lineage.near(lost)).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(4));
    assertThat(lineage.path(new Address("organization", "other"))).hasSize(1);
  }

  @Test
  void aCircleEnds() {
    Resource one = Plans.wanted("one", "One", Plans.ref("two"));
    Resource two = Plans.wanted("two", "Two", Plans.ref("one"));
    assertThat(Lineage.of(List.of(one, two)).path(one.address())).hasSize(2);
  }

  @Test
  void everyRuleOfOursIsListedOnceAndByRisk() {
    assertThat(Rule.OURS.stream().map(Rule::id)).doesNotHaveDuplicates();
    assertThat(Rule.OURS.stream().map(Rule::risk)).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void fingerprintsStayWhenLinesMoveAndAreNeverTheSameTwice() {
    var found = Findings.of(DriftDocument.of(Plans.survey(), "1"), Lineage.NONE);
    var moved =
        found.stream()
            .map(
                one ->
                    one.at(
                        one.place()
                            .map(
                                at ->
                                    new dev.orgform.documents.Source(at.file(), at.line() + 7, 1))))
            .toList();
    assertThat(Fingerprints.of(moved)).isEqualTo(Fingerprints.of(found)).doesNotHaveDuplicates();
    assertThat(Fingerprints.of(List.of(found.getFirst(), found.getFirst())))
        .doesNotHaveDuplicates();
  }
}
