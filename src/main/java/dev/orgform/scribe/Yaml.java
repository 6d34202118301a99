package dev.orgform.scribe;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A piece of YAML that is about to be written; maps keep the order in which they were made. */
public sealed interface Yaml {

  /** Text, quoted where it must be. */
  record Text(String text) implements Yaml {}

  /** A number, {@code true}, {@code false} or {@code null}, as JSON spells it. */
  record Typed(String spelling) implements Yaml {}

  /** Keys and values. */
  record Block(SequencedMap<String, Yaml> entries) implements Yaml {
    public Block {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }
  }

  /** A list. */
  record Items(List<Yaml> items) implements Yaml {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** What a JSON value is in YAML. */
  static Yaml of(Value value) {
    return switch (value) {
      case Value.Text text -> new Text(text.text());
      case Value.Json json -> new Text(json.spelling());
      case Value.Number number -> new Typed(JsonText.write(number));
      case Value.Flag flag -> new Typed(JsonText.write(flag));
      case Value.None none -> new Typed("null");
      case Value.Many many -> new Items(many.values().stream().map(Yaml::of).toList());
      case Value.Tree tree -> {
        var entries = new LinkedHashMap<String, Yaml>();
        tree.branches().forEach((key, branch) -> entries.put(key, of(branch)));
        yield new Block(entries);
      }
      case Value.Ref ref -> throw new IllegalArgumentException("no YAML for " + ref);
      case Value.Unmanaged unmanaged -> throw new IllegalArgumentException("no YAML for nothing");
    };
  }
}
