package dev.orgform.report;

import dev.orgform.documents.FieldChange;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one planned change below each other: its id and name first, then what changes; what
 * stays the same is hidden and counted.
 */
final class FieldsText {
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final int INSIDE = 6;

  /** The most lines that one field may take. */
  private static final int MOST_LINES = 1_000;

  private final PlannedChange change;
  private final Page page;
  private final List<FieldChange> shown;
  private final int columns;

  FieldsText(PlannedChange change, Page page) {
    this.change = change;
    this.page = page;
    shown = change.fields().stream().filter(field -> !isNothing(field)).toList();
    columns =
        Outline.columns(
            Stream.concat(
                    Stream.of(ID, NAME).filter(name -> isUnchanged(name) || name.equals(ID)),
                    shown.stream().map(FieldChange::field))
                .toList());
  }

  void all() {
    id();
    if (isUnchanged(NAME)) {
      same(NAME);
    }
    shown.forEach(this::field);
    hidden();
  }

  /** Whether a field neither was nor will be anything, which is no news. */
  private static boolean isNothing(FieldChange field) {
    return isEmpty(field.before()) && isEmpty(field.after());
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.None || value instanceof Value.Unmanaged;
  }

  private boolean isUnchanged(String field) {
    return change.verb() == Verb.UPDATE
        && change.before().containsKey(field)
        && change.fields().stream().noneMatch(one -> one.field().equals(field));
  }

  private void id() {
    if (change.unknown().contains(ID)) {
      begun(Mark.ADD, ID).say("(known after apply)");
    } else if (isUnchanged(ID)) {
      same(ID);
    } else {
      change.id().ifPresent(id -> gone(begun(Mark.DESTROY, ID).quoted(id)));
    }
  }

  private void same(String field) {
    var value = change.before().get(field);
    if (value != null) {
      new Outline(page).whole(INSIDE, Mark.SAME, label(field), value);
    }
  }

  private void field(FieldChange field) {
    var lines = new Page();
    var outline = new Outline(lines);
    if (field.before() instanceof Value.Ref || field.after() instanceof Value.Ref) {
      reference(outline, field);
    } else if (isEmpty(field.before())) {
      outline.whole(INSIDE, Mark.ADD, label(field.field()), field.after());
    } else if (isEmpty(field.after())) {
      gone(outline.whole(INSIDE, Mark.DESTROY, label(field.field()), field.before()));
    } else {
      new Contrast(outline).between(INSIDE, label(field.field()), field.before(), field.after());
    }
    bounded(lines);
  }

  private void reference(Outline outline, FieldChange field) {
    var mark =
        isEmpty(field.before()) ? Mark.ADD : isEmpty(field.after()) ? Mark.DESTROY : Mark.CHANGE;
    var line = outline.begun(INSIDE, mark, label(field.field()));
    switch (mark) {
      case ADD -> refer(line, field.after(), change.after().get(field.field()));
      case DESTROY -> {
        gone(line.add(id(change.before().get(field.field()))));
        comment(line, field.before());
      }
      case CHANGE, SAME -> {
        refer(line, field.before(), change.before().get(field.field()));
        refer(line.say(Style.CHANGE, " -> "), field.after(), change.after().get(field.field()));
      }
    }
  }

  private static void refer(Line line, Value value, @Nullable Value id) {
    comment(line.add(id(id)), value);
  }

  private static Line id(@Nullable Value id) {
    return id == null ? new Line().say("(known after apply)") : Inline.of(id);
  }

  private static void comment(Line line, Value value) {
    if (value instanceof Value.Ref ref) {
      line.say(Style.QUIET, " # ").data(Style.QUIET, ref.to().toString());
    }
  }

  private static void gone(Line line) {
    line.say(Style.DESTROY, " -> ").say("null");
  }

  private void bounded(Page lines) {
    lines.lines().stream().limit(MOST_LINES).forEach(page::add);
    if (lines.lines().size() > MOST_LINES) {
      comment()
          .number(lines.lines().size() - (long) MOST_LINES)
          .say(Style.QUIET, " more lines; `orgform show -json` has them)");
    }
  }

  private void hidden() {
    long hidden =
        change.before().keySet().stream()
            .filter(name -> !Arrays.asList(ID, NAME).contains(name))
            .filter(this::isUnchanged)
            .count();
    if (hidden > 0) {
      comment()
          .number(hidden)
          .say(
              Style.QUIET,
              hidden == 1 ? " unchanged attribute hidden)" : " unchanged attributes hidden)");
    }
  }

  private Line comment() {
    return page.line().spaces(INSIDE + 2).say(Style.QUIET, "# (");
  }

  private Line begun(Mark mark, String field) {
    return new Outline(page).begun(INSIDE, mark, label(field));
  }

  private Line label(String field) {
    return Outline.label(field, columns);
  }
}
