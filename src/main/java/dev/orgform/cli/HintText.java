package dev.orgform.cli;

import dev.orgform.report.Page;
import java.util.Optional;

/** What a plan was compared with, where it was saved, and what to do next. */
final class HintText {
  private HintText() {}

  /** What to do next; {@code file} is where the plan was saved. */
  static Page next(Optional<String> file, boolean sandbox) {
    var page = new Page();
    page.line();
    if (file.isPresent()) {
      page.line().say("To perform exactly these actions, run:");
      page.line().say("    orgform apply ").quoted(file.get()).say(sandbox ? " --sandbox" : "");
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
