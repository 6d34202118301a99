package dev.orgform.report;

import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Deed;

/** Who becomes or ceases to be super administrator: the first thing that reviewers must know. */
final class ReachText {
  private ReachText() {}

  /** Nothing where nothing is planned. */
  static Page of(PlanDocument plan) {
    var page = new Page();
    if (plan.changes().isEmpty()) {
      return page;
    }
    long made = count(plan, Deed.Reach.CREATOR_BECOMES);
    long gone = count(plan, Deed.Reach.MEMBERS_CEASE);
    if (made > 0) {
      line(page)
          .say("the user of this credential becomes super administrator of ")
          .number(made)
          .say(made == 1 ? " new organization" : " new organizations")
          .say(" (no accounts yet).");
    }
    if (gone > 0) {
      line(page)
          .say("the members of ")
          .number(gone)
          .say(gone == 1 ? " destroyed organization" : " destroyed organizations")
          .say(" cease to be super administrators there (no accounts by then).");
    }
    if (made == 0 && gone == 0) {
      line(page).say("nobody becomes or ceases to be super administrator.");
    }
    return page;
  }

  private static Line line(Page page) {
    return page.line().say(Style.TITLE, "Blast radius: ");
  }

  private static long count(PlanDocument plan, Deed.Reach reach) {
    return plan.changes().stream().filter(change -> change.reach() == reach).count();
  }
}
