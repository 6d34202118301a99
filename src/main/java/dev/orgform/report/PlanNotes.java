package dev.orgform.report;

import dev.orgform.documents.LiveObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.plan.Confirmation;

/** What a plan says beside its changes. */
final class PlanNotes {
  /** The most unmanaged objects that are named. */
  private static final int NAMED = 20;

  private PlanNotes() {}

  /** What lives under managed objects and is left alone; nothing where there is none. */
  static Page unmanaged(PlanDocument plan) {
    var page = new Page();
    if (plan.unmanaged().isEmpty()) {
      return page;
    }
    page.line()
        .say(Style.NOTE, "Note: ")
        .say("living under what is managed here, declared nowhere, and left alone (")
        .number(plan.unmanaged().size())
        .say("):");
    plan.unmanaged().stream()
        .limit(NAMED)
        .forEach(object -> page.add(new Line().spaces(4).add(line(object))));
    if (plan.unmanaged().size() > NAMED) {
      page.add(More.ofPlan(4, plan.unmanaged().size() - (long) NAMED));
    }
    return page;
  }

  static Line line(LiveObject object) {
    var line = new Line().data(object.address().kind()).say(" ").quoted(object.name());
    object.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    object.parent().ifPresent(parent -> line.say(" under ").data(parent.toString()));
    return line;
  }

  /** The flags that apply will want; nothing where it wants none. */
  static Page confirmations(PlanDocument plan) {
    var page = new Page();
    plan.missing().forEach(missing -> page.add(confirmation(missing, plan)));
    return page;
  }

  static Line confirmation(Confirmation missing, PlanDocument plan) {
    return new Line()
        .say(Style.WARNING, "Needs confirmation: ")
        .add(why(missing, plan))
        .say(", so apply will want ")
        .data(Style.TITLE, flag(missing, plan))
        .say(".");
  }

  /** The flag as it is typed; that for one-way steps with their hash. */
  static String flag(Confirmation missing, PlanDocument plan) {
    return switch (missing) {
      case ALLOW_DELETE, ADOPT -> missing.flag();
      case ACCEPT_ONE_WAY -> missing.flag() + plan.oneWay().map(hash -> "=" + hash).orElse("");
    };
  }

  private static Line why(Confirmation missing, PlanDocument plan) {
    return switch (missing) {
      case ALLOW_DELETE ->
          new Line()
              .say("this plan destroys ")
              .number(plan.deletions())
              .say(plan.peopleRemoved() > 0 ? " (members not counted)" : "");
      case ADOPT ->
          new Line()
              .say("this plan overwrites what is declared for the first time, in ")
              .number(plan.takenOver())
              .say(plan.takenOver() == 1 ? " object" : " objects");
      case ACCEPT_ONE_WAY ->
          new Line()
              .say("only Cloudflare Support can undo ")
              .number(plan.changes().stream().filter(PlannedChange::oneWay).count())
              .say(" of these steps");
    };
  }

  /** What the plan cost and, where it may be applied, what applying it will. */
  static Page requests(PlanDocument plan) {
    var page = new Page();
    var line =
        page.line()
            .say("Reading took ")
            .number(plan.requests())
            .say(plan.requests() == 1 ? " request" : " requests");
    if (plan.refused() || plan.changes().isEmpty()) {
      line.say(".");
    } else {
      line.say("; applying takes about ")
          .number(plan.calls())
          .say(" more, with ")
          .data(plan.needs().words())
          .say(".");
      duration(page, plan);
    }
    return page;
  }

  private static void duration(Page page, PlanDocument plan) {
    long minutes = Pace.minutes(plan.requests() + plan.calls());
    if (minutes > 0) {
      page.line()
          .say("That takes at least ")
          .number(minutes)
          .say(" minutes: ")
          .number(Pace.IN_WINDOW)
          .say(" requests are sent in ")
          .number(Pace.windowMinutes())
          .say(" minutes, and --reserve keeps the rest for people.");
    }
  }
}
