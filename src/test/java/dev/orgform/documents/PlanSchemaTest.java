package dev.orgform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanSchemaTest {
  private static final Schemas SCHEMA = Schemas.plan();

  @ParameterizedTest
  @MethodSource("dev.orgform.documents.PlanDocumentTest#plans")
  void describesEveryDocument(Plan plan) {
    assertThat(SCHEMA.complaints(PlanDocument.of(plan, "0.1.0").line())).isEmpty();
  }

  @Test
  void describesTheTime() {
    var dated = PlanDocument.of(Plans.update(), "0").madeAt(Instant.EPOCH);
    assertThat(SCHEMA.complaints(dated.line())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format_version", "resource_changes", "applyable", "errored", "x_orgform"})
  void missesWhatIsMissing(String key) throws Exception {
    var json = (ObjectNode) SafeJson.read(PlanDocument.of(Plans.update(), "0").line());
    json.remove(key);
    assertThat(SCHEMA.complaints(json.toString())).isNotEmpty();
  }

  @Test
  void seesWhatNoSchemaNames() throws Exception {
    var json = (ObjectNode) SafeJson.read(PlanDocument.of(Plans.update(), "0").line());
    ((ObjectNode) json.get("resource_changes").get(0).get("x_orgform")).put("mood", "good");
    assertThat(SCHEMA.complaints(json.toString())).isNotEmpty();
  }

  @Test
  void sharesItsPartsWithTheEventSchema() {
    var plan = Schemas.read("plan.schema.json").get("$defs");
    var event = Schemas.read("event.schema.json").get("$defs");
    for (var shared :
        List.of(
            "address",
            "position",
            "diagnostic",
            "told",
            "source",
            "differences",
            "drifted",
            "adopted")) {
      assertThat(event.get(shared)).isEqualTo(plan.get(shared));
    }
  }
}
