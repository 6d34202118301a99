package dev.orgform.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names to values; a name that is not here is {@link Value.Unmanaged}. */
public record Fields(SortedMap<String, Value> values) {
  public Fields {
    var managed = new TreeMap<>(values);
    managed.values().removeIf(value -> !value.managed());
    values = Collections.unmodifiableSortedMap(managed);
  }

  public static Fields of(Map<String, Value> values) {
    return new Fields(new TreeMap<>(values));
  }

  public Value get(String name) {
    var value = values.get(name);
    return value == null ? Value.unmanaged() : value;
  }

  public Fields with(String name, Value value) {
    var changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Fields(changed);
  }

  /** The resources that these fields rest on. */
  public SortedSet<Address> refs() {
    var refs = new TreeSet<Address>();
    for (var value : values.values()) {
      if (value instanceof Value.Ref ref) {
        refs.add(ref.to());
      }
    }
    return refs;
  }

  /** The text of a field that can hold nothing else, such as an organization's name. */
  public String text(String name) {
    return switch (get(name)) {
      case Value.Text text -> text.text();
      case Value.Json json -> json.spelling();
      case Value other -> throw new IllegalStateException(name + " is no text: " + other);
    };
  }
}
