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
    return ChangedField.isEmpty(field.before()) && ChangedField.isEmpty(field.after());
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
      change.id().ifPresent(id -> ChangedField.gone(begun(Mark.DESTROY, ID).quoted(id)));
    }
  }

  private void same(String field) {
    var value = change.before().get(field);
    if (value != null) {
      new Outline(page).whole(ChangedField.INSIDE, Mark.SAME, label(field), value);
    }
  }

  private void field(FieldChange field) {
    var lines = new Page();
    var outline = new Outline(lines);
    if (field.before() instanceof Value.Ref || field.after() instanceof Value.Ref) {
      reference(outline, field);
    } else {
      ChangedField.draw(outline, label(field.field()), field);
    }
    ChangedField.bounded(page, lines);
  }

  private void reference(Outline outline, FieldChange field) {
    var mark =
        ChangedField.isEmpty(field.before())
            ? Mark.ADD
            : ChangedField.isEmpty(field.after()) ? Mark.DESTROY : Mark.CHANGE;
    var line = outline.begun(ChangedField.INSIDE, mark, label(field.field()));
    switch (mark) {
      case ADD -> refer(line, field.after(), change.after().get(field.field()));
      case DESTROY -> {
        ChangedField.gone(line.add(id(change.before().get(field.field()))));
        comment(line, field.before());
      }
      case CHANGE, MOVE, SAME, ADOPT -> {
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
    return page.line().spaces(ChangedField.INSIDE + 2).say(Style.QUIET, "# (");
  }

  private Line begun(Mark mark, String field) {
    return new Outline(page).begun(ChangedField.INSIDE, mark, label(field));
  }

  private Line label(String field) {
    return Outline.label(field, columns);
  }
}
