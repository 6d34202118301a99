package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orgform.model.Limited;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard file's schema says what the program understands, and nothing it has no words for. */
class GuardSchemaTest {
  private static final Set<String> KNOWN =
      Set.of(
          "additionalProperties",
          "required",
          "pattern",
          "type",
          "enum",
          "minItems",
          "minProperties",
          "minimum",
          "maximum",
          "const",
          "$schema",
          "$id",
          "$ref",
          "$defs",
          "title",
          "description",
          "examples",
          "properties",
          "items");

  private JsonNode schema;

  @BeforeEach
  void read() throws IOException {
    schema = new ObjectMapper().readTree(Path.of("schemas/guard.schema.json").toFile());
  }

  @Test
  void theProgramCarriesTheVeryFileThatEditorsUse() throws IOException {
    try (var in = GuardSchemaTest.class.getResourceAsStream(FormatSchema.GUARD)) {
      assertThat(new ObjectMapper().readTree(in)).isEqualTo(schema);
    }
  }

  @Test
  void isASchemaByTheRulesOfSchemas() {
    var rules =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(rules.validate(schema)).isEmpty();
  }

  @Test
  void limitsWhatCanBeLimited() {
    var names = new ArrayList<String>();
    schema.at("/properties/limits/properties").fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactlyElementsOf(Arrays.stream(Limited.values()).map(Limited::word).toList());
  }

  @Test
  void everyMapIsClosedDescribedAndSpokenOf() {
    walk("", schema);
  }

  private void walk(String at, JsonNode here) {
    here.fieldNames().forEachRemaining(word -> assertThat(KNOWN).as(at).contains(word));
    if (here.has("pattern")) {
      assertThat(here.path("examples").path(0).asText()).as(at).isNotEmpty();
      assertThat(here.path("description").asText()).as(at).endsWith(".");
    }
    if (here.has("properties")) {
      assertThat(here.path("additionalProperties").isBoolean()).as(at).isTrue();
      assertThat(here.path("description").asText()).as(at).isNotEmpty();
    }
    for (var below : new String[] {"properties", "$defs"}) {
      here.path(below).properties().forEach(p -> walk(at + "/" + p.getKey(), p.getValue()));
    }
  }
}
