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

/** A JSON Schema that editors complete from, here to validate; built once, when first needed. */
final class FormatSchema {
  static final String RESOURCE = "/schemas/desired-state.schema.json";

  static final String GUARD = "/schemas/guard.schema.json";

  /** Built when something is first read. */
  private static final class Desired {
    static final FormatSchema SHARED = new FormatSchema(RESOURCE);
  }

  /** Built when the first guard file is read. */
  private static final class Guard {
    static final FormatSchema SHARED = new FormatSchema(GUARD);
  }

  private final JsonNode json;
  private final Schema schema;

  /** Our own reader does: starting an object mapper would take longer than the validation. */
  private FormatSchema(String resource) {
    this.json = JsonText.parse(text(resource)).map(JsonView::of).orElseThrow();
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
  }

  private static String text(String resource) {
    try (var in = FormatSchema.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what is desired. */
  static FormatSchema shared() {
    return Desired.SHARED;
  }

  /** Of the guard file. */
  static FormatSchema guard() {
    return Guard.SHARED;
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
