package dev.orgform.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orgform.model.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The JSON Schema that editors complete from, here to validate; built once, when first needed. */
final class FormatSchema {
  static final String RESOURCE = "/schemas/desired-state.schema.json";

  private static final FormatSchema SHARED = new FormatSchema();

  private final JsonNode json;
  private final Schema schema;

  /** Our own reader does: starting an object mapper would take longer than the validation. */
  private FormatSchema() {
    this.json = JsonText.parse(text()).map(JsonView::of).orElseThrow();
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
  }

  private static String text() {
    try (var in = FormatSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FormatSchema shared() {
    return SHARED;
  }

  List<Error> check(Node.Mapping root) {
    return schema.validate(JsonView.document(root));
  }

  /** The schema object that holds the keyword which an error is about. */
  JsonNode around(Error error) {
    var path = error.getSchemaLocation().getFragment();
    var at = json;
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      at = at.path(String.valueOf(path.getElement(i)));
    }
    return at;
  }

  /** What a schema object says of its subject: its own words, else those of what it refers to. */
  String description(JsonNode around) {
    var reference = around.path("$ref").asText();
    return around.has("description") || reference.isEmpty()
        ? around.path("description").asText()
        : description(json.at(reference.substring(1)));
  }
}
