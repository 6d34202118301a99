package dev.orgform.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, made strict: here a key that a schema does not name is an error. */
public final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Schema schema;

  private Schemas(JsonNode schema) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  public static Schemas plan() {
    return new Schemas(closed(read("plan.schema.json")));
  }

  public static Schemas drift() {
    return new Schemas(closed(read("drift.schema.json")));
  }

  public static Schemas doctor() {
    return new Schemas(closed(read("doctor.schema.json")));
  }

  /** Lines share keys and differ in others, so theirs stays open at the top. */
  public static Schemas event() {
    var schema = read("event.schema.json");
    var types = schema.get("$defs");
    types.forEach(Schemas::closed);
    for (var type : types) {
      if (type.path("properties").has("type")) {
        ((ObjectNode) type).remove("additionalProperties");
      }
    }
    return new Schemas(schema);
  }

  static JsonNode read(String name) {
    try {
      return MAPPER.readTree(Path.of("schemas", name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a JSON text; nothing where it is valid. */
  public List<String> complaints(String json) {
    try {
      return schema.validate(SafeJson.read(json)).stream().map(Object::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode closed(JsonNode schema) {
    schema.forEach(Schemas::closed);
    if (schema.isObject() && schema.path("properties").isObject() && !schema.has("not")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    return schema;
  }
}
