package dev.orgform.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgform.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Values as JSON, in two ways: plain, as the API has them, and told apart, as {@code {"text": …}},
 * {@code {"json": …, "text": …}}, {@code {"ref": …}} or {@code {"value": …}}.
 */
final class ValueJson {
  private static final String TEXT = "text";
  private static final String JSON = "json";
  private static final String REF = "ref";
  private static final String VALUE = "value";

  /** Beyond this many zeros a number is written with an exponent. */
  private static final int MOST_ZEROS = 30;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueJson() {}

  static JsonNode plain(Value value) {
    return switch (value) {
      case Value.Text text -> TextNode.valueOf(text.text());
      case Value.Number number -> number(number.number());
      case Value.Flag flag -> BooleanNode.valueOf(flag.on());
      case Value.None none -> NullNode.getInstance();
      case Value.Many many -> {
        var array = NODES.arrayNode();
        many.values().forEach(one -> array.add(plain(one)));
        yield array;
      }
      case Value.Tree tree -> {
        var object = NODES.objectNode();
        tree.branches().forEach((name, branch) -> object.set(name, plain(branch)));
        yield object;
      }
      case Value.Json json -> TextNode.valueOf(json.spelling());
      case Value.Ref ref -> TextNode.valueOf(ref.to().toString());
      case Value.Unmanaged unmanaged -> NullNode.getInstance();
    };
  }

  static ObjectNode toldApart(Value value) {
    var told = NODES.objectNode();
    return switch (value) {
      case Value.Text text -> told.put(TEXT, text.text());
      case Value.Json json ->
          told.<ObjectNode>set(JSON, plain(json.content())).put(TEXT, json.spelling());
      case Value.Ref ref -> told.put(REF, ref.to().toString());
      case Value.Number number -> told.set(VALUE, plain(number));
      case Value.Flag flag -> told.set(VALUE, plain(flag));
      case Value.Many many -> told.set(VALUE, plain(many));
      case Value.Tree tree -> told.set(VALUE, plain(tree));
      case Value.None none -> told.set(VALUE, plain(none));
      case Value.Unmanaged unmanaged -> told;
    };
  }

  static Value plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Value.text(node.textValue());
      case NUMBER -> new Value.Number(node.decimalValue());
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case ARRAY -> {
        var values = new ArrayList<Value>();
        ((ArrayNode) node).forEach(one -> values.add(plain(one)));
        yield new Value.Many(values);
      }
      case OBJECT -> {
        var branches = new TreeMap<String, Value>();
        node.properties().forEach(entry -> branches.put(entry.getKey(), plain(entry.getValue())));
        yield new Value.Tree(branches);
      }
      case NULL, MISSING, BINARY, POJO -> Value.none();
    };
  }

  static Value toldApart(Part part) {
    var text = part.maybe(TEXT);
    var json = part.maybe(JSON);
    var ref = part.maybe(REF);
    if (json.isPresent()) {
      return new Value.Json(plain(json.get().node()), part.at(TEXT).text());
    }
    if (text.isPresent()) {
      return Value.text(text.get().text());
    }
    if (ref.isPresent()) {
      return new Value.Ref(ref.get().address());
    }
    return plain(part.at(VALUE).node());
  }

  private static JsonNode number(BigDecimal number) {
    boolean whole = number.scale() <= 0 && number.scale() >= -MOST_ZEROS;
    return whole ? BigIntegerNode.valueOf(number.toBigIntegerExact()) : DecimalNode.valueOf(number);
  }
}
