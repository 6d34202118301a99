package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Value;
import java.util.List;
import java.util.function.Function;

/** Drift as Terraform's plan has it: a change that happened, with what is ours beside it. */
final class DriftJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DriftJson() {}

  static ObjectNode write(DriftedObject object) {
    var json =
        NODES
            .objectNode()
            .put("address", object.address().toString())
            .put("mode", "managed")
            .put("type", object.type())
            .put("name", object.address().key())
            .put("provider_name", PlanWriter.PROVIDER);
    json.set("change", change(object));
    json.set(PlanWriter.X, AsideJson.write(object));
    return json;
  }

  static DriftedObject read(Part json) {
    return AsideJson.drifted(json.at(PlanWriter.X));
  }

  private static ObjectNode change(DriftedObject object) {
    var json = NODES.objectNode();
    var verb = verb(object);
    json.putArray("actions").add(verb.word());
    if (verb == Verb.CREATE) {
      json.putNull("before");
    } else {
      json.set("before", side(object.fields(), FieldChange::before));
    }
    if (verb == Verb.DELETE) {
      json.putNull("after");
    } else {
      json.set("after", side(object.fields(), FieldChange::after));
    }
    json.putObject("after_unknown");
    return json;
  }

  /** What somebody did to it, in Terraform's eyes. */
  static Verb verb(DriftedObject object) {
    return switch (object.state()) {
      case MISSING -> Verb.DELETE;
      case DRIFTED -> object.isAdded() ? Verb.CREATE : Verb.UPDATE;
      case IGNORED -> Verb.UPDATE;
    };
  }

  private static ObjectNode side(List<FieldChange> fields, Function<FieldChange, Value> side) {
    var json = NODES.objectNode();
    for (var field : fields) {
      var value = side.apply(field);
      if (value.managed()) {
        json.set(field.field(), ValueJson.plain(value));
      }
    }
    return json;
  }
}
