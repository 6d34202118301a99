package dev.orgform.cli;

import dev.orgform.documents.PlanDocument;
import dev.orgform.report.Page;
import dev.orgform.report.PlanText;
import java.util.Optional;

/** What a plan was compared with, where it was saved, and what to do next. */
final class HintText {
  private HintText() {}

  /**
   * What to do next. The command is one that works: it has the flags that the plan still wants, and
   * whoever copies it is told that they agree to something.
   *
   * @param file where the plan was saved
   */
  static Page next(PlanDocument plan, Optional<String> file, boolean sandbox) {
    var page = new Page();
    page.line();
    if (file.isPresent()) {
      var flags = PlanText.flags(plan);
      if (flags.isEmpty()) {
        page.line().say("To perform exactly these actions, run:");
      } else {
        page.line()
            .say("To perform exactly these actions, and agree to what needs confirmation above,");
        page.line().say("run:");
      }
      var command = page.line().say("    orgform apply ").quoted(file.get());
      command.say(sandbox ? " --sandbox" : "");
      flags.forEach(flag -> command.say(" ").data(flag));
      return page;
    }
    page.line()
        .say(
            "Note: Nothing was changed. orgform apply plans again, because what is live may"
                + " change,");
    page.line().say("and asks before it does anything.");
    return page;
  }

  /** The plan was saved. */
  static Page saved(String file) {
    var page = new Page();
    page.line().say("Saved the plan to: ").data(file);
    return page;
  }

  /** The plan says what changed since this was applied. */
  static Page comparing(String base) {
    var page = new Page();
    page.line().say("Comparing with ").data(base).say(".");
    return page;
  }
}
