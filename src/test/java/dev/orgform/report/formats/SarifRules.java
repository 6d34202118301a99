package dev.orgform.report.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The official schema of SARIF 2.1.0, and what GitHub wants beside it. */
final class SarifRules {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Schema SCHEMA = schema();

  private SarifRules() {}

  private static Schema schema() {
    try (var in = SarifRules.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> complaints(String sarif) {
    var json = read(sarif);
    var complaints = new ArrayList<>(SCHEMA.validate(json).stream().map(Object::toString).toList());
    var run = json.at("/runs/0");
    var fingerprints = new TreeSet<String>();
    var rules = run.at("/tool/driver/rules");
    for (var result : run.get("results")) {
      if (!rules.get(result.get("ruleIndex").intValue()).get("id").equals(result.get("ruleId"))) {
        complaints.add("a rule's index is another's: " + result);
      }
      if (!fingerprints.add(result.at("/partialFingerprints/orgform~1v1").textValue())) {
        complaints.add("a fingerprint twice: " + result);
      }
      for (var location : result.path("locations")) {
        var uri = location.at("/physicalLocation/artifactLocation/uri").asText("");
        if (!uri.matches("(file://)?[A-Za-z0-9._~/%-]*")) {
          complaints.add("no reference: " + uri);
        }
      }
    }
    return complaints;
  }
}
