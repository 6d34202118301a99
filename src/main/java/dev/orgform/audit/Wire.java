package dev.orgform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** JSON of the API as values, so that what judges it needs no JSON library. */
final class Wire {
  private Wire() {}

  /** An object; an empty one for anything else. */
  static Value.Tree tree(JsonNode node) {
    SortedMap<String, Value> branches = new TreeMap<>();
    node.properties().forEach(one -> branches.put(one.getKey(), value(one.getValue())));
    return new Value.Tree(branches);
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Value.text(node.textValue());
      case NUMBER -> new Value.Number(node.decimalValue());
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case OBJECT -> tree(node);
      case ARRAY -> {
        var values = new ArrayList<Value>();
        node.forEach(one -> values.add(value(one)));
        yield new Value.Many(values);
      }
      case NULL, MISSING, BINARY, POJO -> Value.none();
    };
  }
}
