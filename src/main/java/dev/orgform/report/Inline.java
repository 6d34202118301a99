package dev.orgform.report;

import dev.orgform.model.Value;
import java.math.BigDecimal;

/** Values that are shown within one line. */
final class Inline {
  /** Beyond this many zeros a number is shown with an exponent. */
  private static final int MOST_ZEROS = 30;

  private Inline() {}

  /**
   * Whether a value can be shown within one line; all can but filled trees, lists and long texts.
   */
  static boolean fits(Value value) {
    return switch (value) {
      case Value.Text text -> text.text().indexOf('\n') < 0;
      case Value.Json json -> fits(json.content());
      case Value.Many many -> many.values().isEmpty();
      case Value.Tree tree -> tree.branches().isEmpty();
      case Value.Number number -> true;
      case Value.Flag flag -> true;
      case Value.Ref ref -> true;
      case Value.None none -> true;
      case Value.Unmanaged unmanaged -> true;
    };
  }

  /** The value, in the notation of Terraform; what is inside a filled tree or list is not shown. */
  static Line of(Value value) {
    var line = new Line();
    return switch (value) {
      case Value.Text text -> line.quoted(text.text());
      case Value.Json json -> line.say("jsonencode(").add(of(json.content())).say(")");
      case Value.Many many -> line.say("[]");
      case Value.Tree tree -> line.say("{}");
      case Value.Number number -> line.data(number(number.number()));
      case Value.Flag flag -> line.say(flag.on() ? "true" : "false");
      case Value.Ref ref -> line.data(ref.to().toString());
      case Value.None none -> line.say("null");
      case Value.Unmanaged unmanaged -> line.say("null");
    };
  }

  private static String number(BigDecimal number) {
    return Math.abs(number.scale()) <= MOST_ZEROS ? number.toPlainString() : number.toString();
  }
}
