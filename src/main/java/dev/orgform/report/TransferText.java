package dev.orgform.report;

import dev.orgform.documents.PlanDocument;
import dev.orgform.plan.Transfer;

/** Which accounts change hands, and how many people gain and lose each. */
final class TransferText {
  /** The most accounts that are named. */
  private static final int NAMED = 20;

  private TransferText() {}

  /** Nothing where no account moves. */
  static Page of(PlanDocument plan) {
    var page = new Page();
    var all = plan.transfers();
    if (all.isEmpty()) {
      return page;
    }
    page.line()
        .say(Style.TITLE, "Blast radius: ")
        .number(all.size())
        .say(all.size() == 1 ? " account changes its" : " accounts change their")
        .say(" super administrators:");
    all.stream().limit(NAMED).forEach(one -> named(page, one));
    if (all.size() > NAMED) {
      page.add(More.ofPlan(4, all.size() - (long) NAMED));
    }
    return page;
  }

  private static void named(Page page, Transfer one) {
    var line = page.line().say("    ").data(one.account().toString());
    line.say(" (").quoted(one.label()).say(")");
    if (one.from().isPresent()) {
      line.say(" moves from ").data(one.from().get().toString()).say(" to ");
    } else {
      line.say(" joins ");
    }
    line.data(one.to().toString()).say(": ");
    if (!one.whole()) {
      line.say(
          "not all their members could be read, so that it is not known who gains or loses it");
      return;
    }
    if (one.gaining() + one.losing() == 0) {
      line.say(one.from().isPresent() ? "nobody gains or loses it" : "nobody gains it");
      return;
    }
    line.number(one.gaining()).say(one.gaining() == 1 ? " gains it" : " gain it");
    if (one.from().isPresent()) {
      line.say(", ").number(one.losing()).say(one.losing() == 1 ? " loses it" : " lose it");
    }
  }
}
