package dev.orgform.report.html;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;

/** A value as lines of text: trees and lists as indented JSON, texts as they are. */
final class Written {
  private static final String STEP = "  ";

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Written() {}

  /** Empty where there is nothing, or where nothing is said. */
  static List<String> lines(Value value) {
    return switch (value) {
      case Value.None none -> List.of();
      case Value.Unmanaged unmanaged -> List.of();
      case Value.Text text -> List.of(text.text().split("\n", -1));
      case Value.Ref ref -> List.of(ref.to().toString());
      case Value.Json json -> indented(json.content());
      case Value.Number number -> indented(number);
      case Value.Flag flag -> indented(flag);
      case Value.Many many -> indented(many);
      case Value.Tree tree -> indented(tree);
    };
  }

  private static List<String> indented(Value value) {
    var written = new Written();
    written.write(value, "");
    written.lines.add(written.line.toString());
    return written.lines;
  }

  private void write(Value value, String indent) {
    switch (value) {
      case Value.Tree tree when !tree.branches().isEmpty() -> {
        line.append('{');
        var separator = "";
        for (var branch : tree.branches().entrySet()) {
          next(separator, indent + STEP);
          line.append(JsonText.write(Value.text(branch.getKey()))).append(": ");
          write(branch.getValue(), indent + STEP);
          separator = ",";
        }
        next("", indent);
        line.append('}');
      }
      case Value.Many many when !many.values().isEmpty() -> {
        line.append('[');
        var separator = "";
        for (var one : many.values()) {
          next(separator, indent + STEP);
          write(one, indent + STEP);
          separator = ",";
        }
        next("", indent);
        line.append(']');
      }
      case Value.Json json -> write(json.content(), indent);
      case Value.Ref ref -> line.append(ref.to());
      case Value.Unmanaged unmanaged -> line.append("null");
      default -> line.append(JsonText.write(value));
    }
  }

  private void next(String separator, String indent) {
    lines.add(line.append(separator).toString());
    line.setLength(0);
    line.append(indent);
  }
}
