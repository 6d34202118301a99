package dev.orgform.report;

import dev.orgform.documents.FieldChange;
import dev.orgform.model.Value;

/** One field that is something else before and after, within a block. */
final class ChangedField {
  /** Where the fields of a block stand. */
  static final int INSIDE = 6;

  /** The most lines that one field may take. */
  private static final int MOST_LINES = 1_000;

  private ChangedField() {}

  /** Whether a value is nothing that people would see. */
  static boolean isEmpty(Value value) {
    return value instanceof Value.None || value instanceof Value.Unmanaged;
  }

  /** The lines of the field; references are shown as the addresses that they name. */
  static void draw(Outline outline, Line label, FieldChange field) {
    if (isEmpty(field.before())) {
      outline.whole(INSIDE, Mark.ADD, label, field.after());
    } else if (isEmpty(field.after())) {
      gone(outline.whole(INSIDE, Mark.DESTROY, label, field.before()));
    } else {
      new Contrast(outline).between(INSIDE, label, field.before(), field.after());
    }
  }

  /** Puts the lines of one field on a page, so many of them as anybody reads. */
  static void bounded(Page page, Page lines) {
    lines.lines().stream().limit(MOST_LINES).forEach(page::add);
    if (lines.lines().size() > MOST_LINES) {
      page.line()
          .spaces(INSIDE + 2)
          .say(Style.QUIET, "# (")
          .number(lines.lines().size() - (long) MOST_LINES)
          .say(Style.QUIET, " more lines; `-json` has them)");
    }
  }

  static void gone(Line line) {
    line.say(Style.DESTROY, " -> ").say("null");
  }
}
