package dev.orgform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DriftDocumentTest {
  private static final Schemas SCHEMA = Schemas.drift();
  private static final DriftDocument DRIFT = DriftDocument.of(Plans.survey(), "0.1.0");

  @Test
  void tellsAllSortsApart() throws Exception {
    var json = SafeJson.read(DRIFT.madeAt(Instant.EPOCH).pretty());
    assertThat(json.get("drift").booleanValue()).isTrue();
    assertThat(json.get("counts").toString())
        .isEqualTo(
            "{\"drifted\":2,\"missing\":2,\"ignored\":1,\"unmanaged\":2,\"to_be_removed\":1}");
    assertThat(json.get("coverage").toString()).isEqualTo("{\"managed\":1,\"live\":4}");
    assertThat(json.at("/drifted/0/address").textValue()).isEqualTo("organization.acme");
    assertThat(json.at("/missing/1/address").textValue()).isEqualTo("organization.emea");
    assertThat(json.at("/ignored/0/differences/0/field").textValue()).isEqualTo("business_phone");
    assertThat(json.at("/unmanaged/1/parent").textValue()).isEqualTo("organization.id:d2");
    assertThat(json.at("/to_be_removed/0/source/line").intValue()).isEqualTo(9);
    assertThat(json.get("timestamp").textValue()).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void isDescribedByItsSchema() {
    assertThat(SCHEMA.complaints(DRIFT.pretty())).isEmpty();
    assertThat(SCHEMA.complaints(DRIFT.madeAt(Instant.EPOCH).line())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"document", "version", "drift", "coverage", "missing", "to_be_removed"})
  void missesWhatIsMissing(String key) throws Exception {
    var json = (ObjectNode) SafeJson.read(DRIFT.line());
    json.remove(key);
    assertThat(SCHEMA.complaints(json.toString())).isNotEmpty();
  }

  @Test
  void sharesItsPartsWithThePlan() {
    var plan = Schemas.read("plan.schema.json").get("$defs");
    var drift = Schemas.read("drift.schema.json").get("$defs");
    for (var shared :
        List.of(
            "address",
            "position",
            "diagnostic",
            "told",
            "source",
            "differences",
            "origin",
            "drifted")) {
      assertThat(drift.get(shared)).isEqualTo(plan.get(shared));
    }
  }

  @Test
  void isTheSameBytesForTheSameSurvey() {
    assertThat(DriftDocument.of(Plans.survey(), "0.1.0").pretty()).isEqualTo(DRIFT.pretty());
  }
}
