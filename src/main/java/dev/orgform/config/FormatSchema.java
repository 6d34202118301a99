package dev.orgform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schema that editors complete from, here to validate; built once, when first needed. */
final class FormatSchema {
  static final String RESOURCE = "/schemas/desired-state.schema.json";

  private static final FormatSchema SHARED = new FormatSchema();

  private final JsonNode json;
  private final Schema schema;

  private FormatSchema() {
    try (var in = FormatSchema.class.getResourceAsStream(RESOURCE)) {
      this.json = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
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
}
