package dev.orgform.scribe;

import dev.orgform.model.Field;
import dev.orgform.model.Value;
import java.util.Collection;

/** How a field's value is best written: as a map where the loader reads the same from it. */
public final class FieldForm {
  /** Deeper maps would meet the loader's limit of 32 levels below a nested organization. */
  static final int DEEPEST = 10;

  /** YAML finds no key that is longer than 1,024 characters; escapes need up to ten for one. */
  private static final int LONGEST_KEY = 100;

  private FieldForm() {}

  /** The value of a field of that shape, which holds text. */
  public static Yaml of(Field.Shape shape, Value value) {
    return switch (value) {
      case Value.Json json
          when json.content() instanceof Value.Tree tree
              && reads(shape, tree)
              && Emitter.size(Yaml.of(tree)) <= Legible.LONGEST ->
          Yaml.of(tree);
      case Value.Json json -> new Yaml.Text(json.spelling());
      case Value.Text text -> new Yaml.Text(text.text());
      default -> throw new IllegalArgumentException("no field holds " + value);
    };
  }

  private static boolean reads(Field.Shape shape, Value.Tree tree) {
    return switch (shape) {
      case TEXT, REF -> false;
      case TEXT_OR_MAP_OF_TEXT ->
          keys(tree) && tree.branches().values().stream().allMatch(v -> v instanceof Value.Text);
      case TEXT_OR_JSON -> fits(tree, 1);
    };
  }

  private static boolean fits(Value value, int depth) {
    return switch (value) {
      case Value.Tree tree ->
          depth <= DEEPEST && keys(tree) && all(tree.branches().values(), depth);
      case Value.Many many -> depth <= DEEPEST && all(many.values(), depth);
      default -> true;
    };
  }

  private static boolean all(Collection<Value> values, int depth) {
    return values.stream().allMatch(value -> fits(value, depth + 1));
  }

  private static boolean keys(Value.Tree tree) {
    return tree.branches().keySet().stream().allMatch(key -> key.length() <= LONGEST_KEY);
  }
}
