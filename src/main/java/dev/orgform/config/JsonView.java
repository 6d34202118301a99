package dev.orgform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.orgform.model.Value;

/** What the schema validator sees: in YAML, every scalar is text but for plain nulls. */
final class JsonView {
  private JsonView() {}

  /** A whole file, whose version has been found to be {@link Document#VERSION} before. */
  static JsonNode document(Node.Mapping root) {
    var json = JsonNodeFactory.instance.objectNode();
    root.entries().forEach((key, entry) -> json.set(key, of(entry.value())));
    return json.set(Words.VERSION, IntNode.valueOf(Document.VERSION));
  }

  private static JsonNode of(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          scalar.isNull() ? NullNode.getInstance() : TextNode.valueOf(scalar.text());
      case Node.Mapping mapping -> {
        var json = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach((key, entry) -> json.set(key, of(entry.value())));
        yield json;
      }
      case Node.Sequence sequence -> {
        var json = JsonNodeFactory.instance.arrayNode(sequence.items().size());
        sequence.items().forEach(item -> json.add(of(item)));
        yield json;
      }
    };
  }

  /** The schema itself, whose numbers are small. */
  static JsonNode of(Value value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Text text -> nodes.textNode(text.text());
      case Value.Json json -> nodes.textNode(json.spelling());
      case Value.Number number -> nodes.numberNode(number.number().intValueExact());
      case Value.Flag flag -> nodes.booleanNode(flag.on());
      case Value.None none -> nodes.nullNode();
      case Value.Many many -> {
        var json = nodes.arrayNode(many.values().size());
        many.values().forEach(item -> json.add(of(item)));
        yield json;
      }
      case Value.Tree tree -> {
        var json = nodes.objectNode();
        tree.branches().forEach((key, branch) -> json.set(key, of(branch)));
        yield json;
      }
      case Value.Ref ref -> throw new IllegalArgumentException("no JSON for " + ref);
      case Value.Unmanaged unmanaged -> throw new IllegalArgumentException("no JSON for nothing");
    };
  }
}
