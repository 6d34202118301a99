package dev.orgform.report.html;

import dev.orgform.documents.FieldChange;
import java.util.List;
import java.util.Optional;

/**
 * One field of an object as it was and becomes: side by side where both fit in a line, else line by
 * line.
 *
 * @param before what is shown as gone; empty where there was nothing
 * @param after what is shown as new; empty where there shall be nothing
 * @param lines the difference where it takes more than one line; then the two above are empty
 */
record FieldRow(String name, Optional<Side> before, Optional<Side> after, List<DiffLine> lines) {

  /** One value in one line. */
  record Side(String text, boolean blank) {}

  static FieldRow of(FieldChange change, Words words) {
    var privacy = words.privacy();
    var before = Written.lines(privacy.value(change.field(), change.before()));
    var after = Written.lines(privacy.value(change.field(), change.after()));
    var name = words.value(change.field());
    return before.size() <= 1 && after.size() <= 1
        ? new FieldRow(name, side(before, words), side(after, words), List.of())
        : new FieldRow(
            name, Optional.empty(), Optional.empty(), DiffLine.between(before, after, words));
  }

  /** Whether the field neither was nor will be anything, which is no news. */
  boolean isNothing() {
    return before.isEmpty() && after.isEmpty() && lines.isEmpty();
  }

  boolean arrow() {
    return before.isPresent() && after.isPresent();
  }

  boolean many() {
    return !lines.isEmpty();
  }

  private static Optional<Side> side(List<String> lines, Words words) {
    return lines.stream().findFirst().map(text -> new Side(words.value(text), text.isBlank()));
  }
}
