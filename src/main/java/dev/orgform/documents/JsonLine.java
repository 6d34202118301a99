package dev.orgform.documents;

import dev.orgform.model.Value;
import java.util.List;

/** Anybody's values as JSON that no terminal and no CI runner finds a command in. */
public final class JsonLine {
  private JsonLine() {}

  /** One line, without its line break. */
  public static String of(Value value) {
    return SafeJson.line(ValueJson.plain(value));
  }

  /** All of them as one array, for people and programs; it ends with a line break. */
  public static String pretty(List<? extends Value> values) {
    return SafeJson.pretty(ValueJson.plain(new Value.Many(List.copyOf(values)))) + "\n";
  }
}
