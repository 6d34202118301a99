package dev.orgform.cli;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import dev.orgform.report.Line;

/** A value as one line shows it. */
final class Shown {
  private Shown() {}

  static Line of(Value value) {
    var line = new Line();
    return switch (value) {
      case Value.Text text -> line.quoted(text.text());
      case Value.Json json -> line.data(json.spelling());
      case Value.Ref ref -> line.data(ref.to().toString());
      case Value.None none -> line.say("none");
      case Value.Unmanaged unmanaged -> line.say("unmanaged");
      case Value.Number number -> line.data(number.number().toString());
      case Value.Flag flag -> line.data(String.valueOf(flag.on()));
      case Value.Many many -> line.data(JsonText.write(many));
      case Value.Tree tree -> line.data(JsonText.write(tree));
    };
  }
}
