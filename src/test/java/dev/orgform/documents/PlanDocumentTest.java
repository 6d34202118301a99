package dev.orgform.documents;

import static dev.orgform.documents.Plans.ref;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.model.Deed;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanDocumentTest {
  static Stream<Plan> plans() {
    return Stream.concat(
        Stream.of(
            Plans.empty(),
            Plans.creation(),
            Plans.update(),
            Plans.deletion(),
            Plans.deletion(Confirmation.ALLOW_DELETE),
            Plans.refused(),
            Plans.drifted(),
            Plans.drifted(true),
            Plans.conflict(),
            Plans.adoption()),
        Hostile.strings().flatMap(text -> Stream.of(Plans.full(text), Plans.fullOfDrift(text))));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isReadAsItWasWritten(Plan plan) {
    var document = PlanDocument.of(plan, "0.1.0");
    assertThat(PlanDocument.read(document.pretty(), "plan.json").value()).contains(document);
    assertThat(PlanDocument.read(document.line(), "plan.json").value()).contains(document);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isTheSameBytesForTheSamePlan(Plan plan) {
    assertThat(PlanDocument.of(plan, "0.1.0").pretty())
        .isEqualTo(PlanDocument.of(plan, "0.1.0").pretty());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void agreesWithThePlan(Plan plan) {
    var document = PlanDocument.of(plan, "0.1.0");
    assertThat(document.counts()).isEqualTo(plan.counts());
    assertThat(document.calls()).isEqualTo(plan.calls());
    assertThat(document.applyable()).isEqualTo(plan.applyable());
    assertThat(document.refused()).isEqualTo(plan.refused());
    assertThat(document.missing()).isEqualTo(plan.missing());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void isPlainAsciiWithoutCommands(Plan plan) {
    var text = PlanDocument.of(plan, "0.1.0").pretty();
    assertThat(text).matches("[ -~\n]*+").doesNotContain("##").doesNotContain("\n::");
  }

  @Test
  void knowsTheIdOfWhatExistsAndSaysWhatItCannotKnow() {
    var emea = change(PlanDocument.of(Plans.creation(), "0"), "organization.emea");
    assertThat(emea.get("change").get("before").isNull()).isTrue();
    assertThat(emea.get("change").get("after").toString()).isEqualTo("{\"name\":\"Acme EMEA\"}");
    assertThat(emea.get("change").get("after_unknown").toString())
        .isEqualTo("{\"id\":true,\"parent\":true}");
    assertThat(emea.get("x_orgform").get("waits_for").toString())
        .isEqualTo("[\"organization.acme\"]");

    var below = change(PlanDocument.of(Plans.update(), "0"), "organization.emea");
    assertThat(below.get("change").get("after").get("parent").textValue()).isEqualTo("a0");
    assertThat(below.get("change").get("after_unknown").toString()).isEqualTo("{\"id\":true}");
  }

  @Test
  void keepsJsonTextAsTextAndShowsItAsTree() {
    var profile = change(PlanDocument.of(Plans.update(), "0"), "profile.acme");
    assertThat(profile.get("change").get("after").get("external_metadata").isTextual()).isTrue();
    assertThat(profile.get("change").get("after").get("business_email").textValue())
        .isEqualTo("cloud@acme.example");
    var differences = profile.get("x_orgform").get("differences");
    var metadata = differences.get(differences.size() - 1);
    assertThat(metadata.get("field").textValue()).isEqualTo("external_metadata");
    assertThat(metadata.get("after").get("json").get("cost_center").intValue()).isEqualTo(4712);
  }

  @Test
  void saysNothingAfterADeletionAndWhatItNeeds() {
    var document = PlanDocument.of(Plans.deletion(), "0");
    var labs = change(document, "organization.id:d1");
    assertThat(labs.get("change").get("after").isNull()).isTrue();
    assertThat(labs.get("change").get("before").get("id").textValue()).isEqualTo("d1");
    assertThat(labs.get("x_orgform").get("one_way").booleanValue()).isTrue();
    assertThat(document.missing())
        .containsExactly(Confirmation.ALLOW_DELETE, Confirmation.ACCEPT_ONE_WAY);
    assertThat(document.oneWay()).isPresent();
    assertThat(document.applyable()).isFalse();
    assertThat(document.needs()).isEqualTo(Deed.Needs.KEY);
    assertThat(document.counts()).isEqualTo(new Counts(0, 0, 1));
    assertThat(document.unmanaged())
        .containsExactly(
            new LiveObject(
                dev.orgform.model.Address.undeclared("organization", "d2"),
                "cloudflare_organization",
                Optional.of("d2"),
                "Other",
                Optional.of(dev.orgform.model.Address.parse("organization.acme"))));
  }

  @Test
  void saysWhenItWasMadeOnlyWhereThatIsHandedIn() {
    var document = PlanDocument.of(Plans.creation(), "0");
    var dated = document.madeAt(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(document.pretty()).doesNotContain("timestamp");
    assertThat(dated.pretty()).contains("\"timestamp\": \"2026-11-21T10:00:00Z\"");
    assertThat(dated.hash()).isEqualTo(document.hash());
    assertThat(PlanDocument.read(dated.pretty(), "p").value()).contains(dated);
  }

  @Test
  void hasOneHashWhateverTheOrder() {
    var document = PlanDocument.of(Plans.update(), "0");
    var random = new Random(7);
    for (int i = 0; i < 100; i++) {
      var shuffled = new ArrayList<>(document.changes());
      Collections.shuffle(shuffled, random);
      assertThat(PlanHash.of(shuffled)).isEqualTo(document.hash());
    }
  }

  @Test
  void hashesWhatWouldBeDoneAndNothingElse() {
    var one = Plans.wanted("acme", "Acme", Value.none());
    var elsewhere =
        new dev.orgform.model.Resource(
            one.address(), one.kind(), one.id(), one.fields(), Optional.empty());
    assertThat(hash(one)).isEqualTo(hash(elsewhere));
    assertThat(hash(one))
        .isNotEqualTo(hash(Plans.wanted("acme", "Acne", Value.none())))
        .isNotEqualTo(hash(Plans.wanted("acne", "Acme", Value.none())))
        .isNotEqualTo(hash(Plans.wanted("acme", "Acme", ref("root"))));
  }

  private static String hash(dev.orgform.model.Resource wanted) {
    var plan = Planner.plan(Plans.desired(wanted), Plans.live(), Set.of());
    return PlanDocument.of(plan, "0").hash();
  }

  private static JsonNode change(PlanDocument document, String address) {
    for (var change : PlanWriter.write(document).get("resource_changes")) {
      if (change.get("address").textValue().equals(address)) {
        return change;
      }
    }
    throw new AssertionError("no change at " + address);
  }
}
