package dev.orgform.config;

import dev.orgform.model.Field.Shape;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.TreeMap;

/** From the YAML of a field to its value, by the field's shape. */
final class FieldValues {
  private FieldValues() {}

  static Value of(Shape shape, Node node) {
    return switch (node) {
      case Node.Scalar scalar -> shape.read(scalar.text());
      case Node.Mapping mapping -> JsonText.canonical(json(mapping, shape == Shape.TEXT_OR_JSON));
      case Node.Sequence sequence -> throw new IllegalStateException("no field is a list");
    };
  }

  /** What a part of a field says, maps and lists as such. */
  static Value content(Node node, boolean typed) {
    return json(node, typed);
  }

  /** Typed: plain numbers, {@code true}, {@code false} and {@code null} are what JSON says. */
  private static Value json(Node node, boolean typed) {
    return switch (node) {
      case Node.Scalar scalar ->
          typed && scalar.style() == Node.Style.PLAIN ? plain(scalar) : Value.text(scalar.text());
      case Node.Mapping mapping -> {
        var branches = new TreeMap<String, Value>();
        mapping.entries().forEach((key, entry) -> branches.put(key, json(entry.value(), typed)));
        yield new Value.Tree(branches);
      }
      case Node.Sequence sequence ->
          new Value.Many(sequence.items().stream().map(item -> json(item, typed)).toList());
    };
  }

  private static Value plain(Node.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> new Value.Flag(true);
      case "false" -> new Value.Flag(false);
      default ->
          scalar.isNull()
              ? Value.none()
              : JsonText.parse(scalar.text())
                  .filter(Value.Number.class::isInstance)
                  .orElseGet(() -> Value.text(scalar.text()));
    };
  }
}
