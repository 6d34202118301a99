package dev.orgform.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Intents as JSON. */
final class IntentJson {
  private IntentJson() {}

  static ObjectNode write(Intent intent) {
    var json =
        Json.object()
            .put("id", intent.id())
            .put("run", intent.run())
            .put("address", intent.address().toString());
    intent.parentId().ifPresent(id -> json.put("parent", id));
    json.put("name", intent.name());
    var before = json.putArray("before");
    intent.beforeIds().forEach(before::add);
    json.put("saved", intent.savedAt().toString());
    intent.learned().ifPresent(id -> json.put("learned", id));
    return json;
  }

  static void write(List<Intent> intents, ArrayNode json) {
    intents.forEach(intent -> json.add(write(intent)));
  }

  static Intent read(JsonNode json) throws Json.Malformed {
    return new Intent(
        Json.text(json, "id"),
        Json.text(json, "run"),
        Json.address(json, "address"),
        Json.maybe(json, "parent"),
        Json.text(json, "name"),
        Json.texts(json, "before"),
        Json.time(json, "saved"),
        Json.maybe(json, "learned"));
  }

  static List<Intent> read(List<JsonNode> nodes) throws Json.Malformed {
    var intents = new ArrayList<Intent>();
    for (var node : nodes) {
      intents.add(read(node));
    }
    return intents;
  }
}
