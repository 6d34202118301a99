package dev.orgform.report;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;

/** A field and what it holds as lines of text, in the notation of JSON. */
final class ValueLines {
  private static final String STEP = "  ";

  private final List<String> lines = new ArrayList<>();

  private ValueLines() {}

  /** No line where nothing is said; several where a list, a map or a text of many lines is. */
  static List<String> of(String field, Value value) {
    var all = new ValueLines();
    if (value.managed()) {
      all.add("", field + ": ", value, "");
    }
    return List.copyOf(all.lines);
  }

  private void add(String indent, String label, Value value, String end) {
    switch (value) {
      case Value.Json json -> add(indent, label, json.content(), end);
      case Value.Tree tree when !tree.branches().isEmpty() -> {
        lines.add(indent + label + "{");
        var left = tree.branches().size();
        for (var branch : tree.branches().entrySet()) {
          left--;
          add(
              indent + STEP,
              JsonText.write(Value.text(branch.getKey())) + ": ",
              branch.getValue(),
              left == 0 ? "" : ",");
        }
        lines.add(indent + "}" + end);
      }
      case Value.Many many when !many.values().isEmpty() -> {
        lines.add(indent + label + "[");
        int left = many.values().size();
        for (var one : many.values()) {
          left--;
          add(indent + STEP, "", one, left == 0 ? "" : ",");
        }
        lines.add(indent + "]" + end);
      }
      case Value.Text text when text.text().indexOf('\n') >= 0 -> {
        lines.add(indent + label + "|");
        List.of(text.text().split("\n", -1)).forEach(line -> lines.add(indent + STEP + line));
      }
      case Value.Ref ref -> lines.add(indent + label + ref.to() + end);
      case Value.Text text -> lines.add(indent + label + JsonText.write(text) + end);
      case Value.Tree tree -> lines.add(indent + label + "{}" + end);
      case Value.Many many -> lines.add(indent + label + "[]" + end);
      case Value.Number number -> lines.add(indent + label + JsonText.write(number) + end);
      case Value.Flag flag -> lines.add(indent + label + flag.on() + end);
      case Value.None none -> lines.add(indent + label + "null" + end);
      case Value.Unmanaged unmanaged -> {}
    }
  }
}
