package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;

/** A configuration as JSON, object by object, and what came of checking it. */
final class DeclaredJson {
  private DeclaredJson() {}

  /** Terraform's names for the counts. */
  static ObjectNode write(StreamLine.Validated validated) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("valid", validated.valid())
            .put("error_count", validated.errors())
            .put("warning_count", validated.warnings());
    return validated.valid()
        ? json.put("file_count", validated.files()).put("object_count", validated.objects())
        : json;
  }

  static ObjectNode write(Resource resource) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("address", resource.address().toString())
            .put("type", resource.kind().type());
    resource.id().ifPresent(id -> json.put("id", id));
    var fields = json.putObject("fields");
    resource
        .fields()
        .values()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Value.Unmanaged)) {
                fields.set(name, ValueJson.toldApart(value));
              }
            });
    resource.place().ifPresent(place -> json.set("source", AsideJson.write(Source.of(place))));
    return json;
  }

  static ObjectNode write(Removal removal) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", removal.kind().type())
            .put("id", removal.id())
            .put("name", removal.name());
    json.set("source", AsideJson.write(Source.of(removal.place())));
    return json;
  }
}
