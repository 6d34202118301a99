package dev.orgform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** YAML as the schema validator sees it: every scalar is text, but for plain nulls. */
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
}
