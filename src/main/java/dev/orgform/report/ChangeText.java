package dev.orgform.report;

import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Value;

/** One planned change as a block: what happens to which object, why, at what price, and how. */
final class ChangeText {
  private ChangeText() {}

  static Page of(PlannedChange change) {
    var page = new Page();
    page.add(title(change));
    page.line().say("  # (because ").sentence(change.reason()).say(")");
    page.add(price(change));
    if (change.oneWay()) {
      page.line().say(Style.ONE_WAY, "  ! one-way: ").say("only Cloudflare Support could undo it");
    }
    Mark.of(change)
        .on(page.line().spaces(2))
        .data(change.address().kind())
        .say(" ")
        .quoted(change.address().key())
        .say(" {");
    new FieldsText(change, page).all();
    page.line().say("    }");
    return page;
  }

  /** What is planned, in one line. */
  static String planned(PlannedChange change) {
    return new Line()
        .data(change.address().toString())
        .say(": Plan to ")
        .data(change.verb().word())
        .in(Ink.PLAIN);
  }

  private static Line title(PlannedChange change) {
    var title = new Line().say("  # ").data(Style.TITLE, change.address().toString());
    if (change.verb() == Verb.DELETE && change.before().get("name") instanceof Value.Text name) {
      title.say(" (").quoted(name.text()).say(")");
    }
    return switch (change.verb()) {
      case CREATE -> title.say(" will be created");
      case UPDATE -> title.say(change.isMove() ? " will be moved" : " will be updated in-place");
      case DELETE -> title.say(" will be ").say(Style.DESTROY, "destroyed");
    };
  }

  private static Line price(PlannedChange change) {
    var price =
        new Line()
            .say("  # (")
            .number(change.calls())
            .say(change.calls() == 1 ? " request with " : " requests with ")
            .data(change.needs().words());
    return switch (change.undo()) {
      case FREE -> price.say("; the next apply can undo it)");
      case COSTLY ->
          price.say(
              change.verb() == Verb.DELETE
                  ? "; a revert invites again, and whoever it was must accept)"
                  : "; a revert does not undo it, a deletion under `removed` does)");
      case SUPPORT_ONLY -> price.say(")");
    };
  }
}
