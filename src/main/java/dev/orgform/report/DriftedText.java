package dev.orgform.report;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.Origin;
import dev.orgform.documents.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects that are not as declared, each as a block: from what is declared to what is live. */
final class DriftedText {
  private static final String ID = "id";

  private DriftedText() {}

  /** One object, how many are missing below it, and who did it. */
  private static Page of(DriftedObject object, int below, Optional<DriftDocument> drift) {
    var who = drift.map(all -> BlameText.of(all, object)).orElseGet(Page::new);
    return switch (object.state()) {
      case DRIFTED -> object.isAdded() ? added(object, who) : changed(object, who);
      case IGNORED -> changed(object, who);
      case MISSING -> missing(object, below, who);
    };
  }

  private static Page missing(DriftedObject object, int below, Page who) {
    var page = new Page();
    var title = title(page, object).say(" is ").say(Style.DESTROY, "missing");
    if (below > 0) {
      title.say(", and so are ").number(below).say(" below it");
    }
    declared(page.line(), object.source()).say(", and nothing live matches it)");
    page.add(who);
    begun(page, Mark.DESTROY, object);
    return page;
  }

  private static Page added(DriftedObject object, Page who) {
    var page = new Page();
    var title = title(page, object);
    if (object.cause() == Origin.Cause.ELSEWHERE) {
      title.say(" was ").say(Style.ADD, "added");
    } else {
      title.say(" is live, and not on the list");
    }
    var line = page.line().say("  # (not on the list");
    object.source().ifPresent(at -> line.say(" at ").add(place(at)));
    line.say(", which says all)");
    page.add(who);
    begun(page, Mark.ADD, object);
    return page;
  }

  private static Page changed(DriftedObject object, Page who) {
    var page = new Page();
    title(page, object)
        .say(
            switch (object.cause()) {
              case ELSEWHERE -> " has changed";
              case DECLARED -> " is declared differently";
              case UNKNOWN -> " is not as declared";
            });
    declared(page.line(), object.source()).say(")");
    page.add(who);
    begun(page, Mark.CHANGE, object).say(" {");
    fields(page, object);
    page.line().say("    }");
    return page;
  }

  private static Line title(Page page, DriftedObject object) {
    var title = page.line().say("  # ").data(Style.TITLE, object.address().toString());
    return object.name().isEmpty() ? title : title.say(" (").quoted(object.name()).say(")");
  }

  /** A parenthesis that is left open. */
  static Line declared(Line line, Optional<Source> source) {
    line.say("  # (declared");
    source.ifPresent(at -> line.say(" at ").add(place(at)));
    return line;
  }

  static Line place(Source source) {
    return new Line()
        .data(source.file())
        .say(":")
        .number(source.line())
        .say(":")
        .number(source.column());
  }

  private static Line begun(Page page, Mark mark, DriftedObject object) {
    return mark.on(page.line().spaces(2))
        .data(object.address().kind())
        .say(" ")
        .quoted(object.address().key());
  }

  private static void fields(Page page, DriftedObject object) {
    int columns =
        Outline.columns(
            Stream.concat(
                    object.id().map(id -> ID).stream(),
                    object.fields().stream().map(FieldChange::field))
                .toList());
    object
        .id()
        .ifPresent(
            id ->
                new Outline(page)
                    .begun(ChangedField.INSIDE, Mark.SAME, Outline.label(ID, columns))
                    .quoted(id));
    for (var field : object.fields()) {
      var lines = new Page();
      ChangedField.draw(new Outline(lines), Outline.label(field.field(), columns), field);
      ChangedField.bounded(page, lines);
    }
  }

  /** So many of these objects as anybody reads at once, and how many there are beside. */
  static Page some(List<DriftedObject> objects, int most) {
    return some(objects, most, Optional.empty());
  }

  /** The same, with who did it. */
  static Page some(List<DriftedObject> objects, int most, Optional<DriftDocument> drift) {
    var page = new Page();
    var folded = Folded.of(objects);
    var shown = folded.shown().stream().limit(most).toList();
    shown.forEach(object -> page.gap().add(of(object, folded.below(object), drift)));
    long counted = shown.stream().mapToLong(object -> 1L + folded.below(object)).sum();
    if (objects.size() > counted) {
      page.gap().add(More.ofReport(2, objects.size() - counted));
    }
    return page;
  }
}
