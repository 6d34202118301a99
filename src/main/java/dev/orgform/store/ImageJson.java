package dev.orgform.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Images as JSON: texts as they are, JSON text as it was spelled, references by address. */
final class ImageJson {
  private static final String SPELLED = "json";
  private static final String REFERENCE = "ref";
  private static final String AFTER = "after";

  private ImageJson() {}

  static ObjectNode write(Image image) {
    var json = Json.object().put("step", image.step().toString()).put("verb", image.verb());
    image.organization().ifPresent(id -> json.put("organization", id));
    var before = json.putObject("before");
    image.before().forEach((name, value) -> before.set(name, value(value)));
    if (!image.after().isEmpty()) {
      var after = json.putObject(AFTER);
      image.after().forEach((name, value) -> after.set(name, value(value)));
    }
    return json;
  }

  static List<Image> read(List<JsonNode> nodes) throws Json.Malformed {
    var images = new ArrayList<Image>();
    for (var node : nodes) {
      images.add(
          new Image(
              Json.address(node, "step"),
              Json.text(node, "verb"),
              Json.maybe(node, "organization"),
              values(Json.object(node, "before")),
              node.has(AFTER) ? values(Json.object(node, AFTER)) : new TreeMap<>()));
    }
    return images;
  }

  private static SortedMap<String, Value> values(JsonNode fields) throws Json.Malformed {
    var values = new TreeMap<String, Value>();
    for (var field : fields.properties()) {
      values.put(field.getKey(), value(field.getValue()));
    }
    return values;
  }

  private static JsonNode value(Value value) {
    return switch (value) {
      case Value.Text text -> Json.object().textNode(text.text());
      case Value.Json json -> Json.object().put(SPELLED, json.spelling());
      case Value.Ref ref -> Json.object().put(REFERENCE, ref.to().toString());
      case Value.None none -> NullNode.getInstance();
      case Value.Flag flag -> Json.object().booleanNode(flag.on());
      case Value.Number number -> throw notOnTheWire(number);
      case Value.Many many -> throw notOnTheWire(many);
      case Value.Tree tree -> throw notOnTheWire(tree);
      case Value.Unmanaged unmanaged -> throw notOnTheWire(unmanaged);
    };
  }

  private static IllegalArgumentException notOnTheWire(Value value) {
    return new IllegalArgumentException("no field of the API holds " + value);
  }

  private static Value value(JsonNode node) throws Json.Malformed {
    if (node.isNull()) {
      return Value.none();
    }
    if (node.isTextual()) {
      return Value.text(node.textValue());
    }
    if (node.isBoolean()) {
      return new Value.Flag(node.booleanValue());
    }
    return node.has(SPELLED)
        ? JsonText.read(Json.text(node, SPELLED))
        : new Value.Ref(Json.address(node, REFERENCE));
  }
}
