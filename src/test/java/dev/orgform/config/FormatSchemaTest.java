package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orgform.model.Field;
import dev.orgform.model.Field.Shape;
import dev.orgform.model.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema says what the kinds say, and nothing else. */
class FormatSchemaTest {
  private static final Set<String> SAID_IN_WORDS =
      Set.of("additionalProperties", "required", "propertyNames", "pattern", "minLength", "type");
  private static final Set<String> NEVER_AN_ERROR =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "$defs",
          "$comment",
          "title",
          "description",
          "examples",
          "properties",
          "items");

  private final JsonNode schema = schema();
  private final Format format = Format.of(BadInputTest.KINDS);

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Path.of("schemas/desired-state.schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theProgramCarriesTheVeryFileThatEditorsUse() throws IOException {
    try (var in = FormatSchemaTest.class.getResourceAsStream(FormatSchema.RESOURCE)) {
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
  void everyBlockHasItsKeyAndFieldsAndNoOthers() {
    format
        .blocks()
        .forEach(
            (word, kind) -> {
              for (var above :
                  List.of("/$defs/organization/properties/", "/properties/defaults/properties/")) {
                assertThat(schema.at(above + word).path("$ref").asText())
                    .isEqualTo("#/$defs/" + kind.name());
              }
              var fields =
                  kind.fields().stream().filter(field -> field.shape() != Shape.REF).toList();
              var properties = schema.at("/$defs/" + kind.name() + "/properties");
              assertThat(names(properties)).containsExactlyInAnyOrderElementsOf(names(fields));
              fields.forEach(
                  field ->
                      assertThat(accepts(properties.path(field.name())))
                          .as(field.name())
                          .isEqualTo(
                              field.shape() == Shape.TEXT
                                  ? Set.of("string")
                                  : Set.of("string", "object")));
            });
  }

  @Test
  void anOrganizationHasItsFieldsTheBlocksAndTheWordsOfTheFormat() {
    var expected = new TreeSet<>(format.owned().keySet());
    expected.addAll(names(format.branch().fields()));
    expected.addAll(List.of(Words.ID, Words.PREVIOUSLY, Words.ORGANIZATIONS));
    assertThat(names(schema.at("/$defs/organization/properties")))
        .containsExactlyElementsOf(expected);
    var underAll = new TreeSet<String>();
    format
        .owned()
        .forEach(
            (word, kind) -> {
              if (!(kind.form() instanceof Kind.Form.Labelled)) {
                underAll.add(word);
              }
            });
    assertThat(names(schema.at("/properties/defaults/properties")))
        .containsExactlyElementsOf(underAll);
    assertThat(names(schema.at("/$defs/removal/properties")))
        .containsExactlyInAnyOrder(format.branch().name(), Words.NAME);
    assertThat(format.branch().ending()).isEqualTo(Kind.Ending.BY_DELETE);
  }

  @Test
  void everyMapIsClosedAndDescribed() {
    walk("", schema);
  }

  private void walk(String at, JsonNode here) {
    here.fieldNames()
        .forEachRemaining(
            word ->
                assertThat(
                        SAID_IN_WORDS.contains(word)
                            || NEVER_AN_ERROR.contains(word)
                            || at.equals("/version") && word.equals("const"))
                    .as("%s: no words for %s", at, word)
                    .isTrue());
    if (here.has("properties")) {
      assertThat(here.path("additionalProperties").isBoolean()).as(at).isTrue();
      assertThat(here.path("description").asText()).as(at).isNotEmpty();
      here.path("properties").properties().forEach(p -> walk(at + "/" + p.getKey(), p.getValue()));
    }
    here.path("$defs")
        .properties()
        .forEach(
            p -> {
              assertThat(p.getValue().path("description").asText()).as(p.getKey()).isNotEmpty();
              walk(at + "/" + p.getKey(), p.getValue());
            });
  }

  /**
   * The types that count: numbers and booleans are only there because editors see plain text so.
   */
  private Set<String> accepts(JsonNode property) {
    var type =
        property.has("$ref")
            ? schema.at(property.path("$ref").asText().substring(1)).path("type")
            : property.path("type");
    var types = new TreeSet<String>();
    type.forEach(name -> types.add(name.asText()));
    types.removeAll(Set.of("number", "boolean"));
    return types;
  }

  private static List<String> names(JsonNode properties) {
    var names = new ArrayList<String>();
    properties.fieldNames().forEachRemaining(names::add);
    names.sort(null);
    return names;
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }
}
