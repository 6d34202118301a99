package dev.orgform.cli;

import dev.orgform.report.Page;
import java.time.Duration;

/** Why nothing happens for a while. */
final class WaitText {
  private WaitText() {}

  /** The API asks for it. */
  static Page limited(Duration length) {
    var page = new Page();
    page.line()
        .say("Waiting ")
        .number(length.toSeconds())
        .say(" s, because the API takes no more requests until then.");
    return page;
  }

  /** What an earlier run left open is looked for; {@code again} where that was said before. */
  static Page resolving(Duration atMost, boolean again) {
    var page = new Page();
    if (again) {
      page.line().say("Still looking for it, ").number(atMost.toSeconds()).say(" s left...");
    } else {
      page.line()
          .say("An earlier run could not see the end of a create: looking for it, for at most ");
      page.line().say("  ").number(atMost.toSeconds()).say(" s, before anything is planned...");
    }
    return page;
  }

  /** Another run has the lock. */
  static Page locked(String holder) {
    var page = new Page();
    page.line().say("Waiting for the lock, which is held by ").sentence(holder);
    return page;
  }

  /** A signal ended a command that changes nothing. */
  static Page ended() {
    var page = new Page();
    page.line();
    page.line().say("Interrupted before it was done. Nothing was changed.");
    return page;
  }

  /** Somebody stops the run, for the first time or again. */
  static Page interrupted(boolean again) {
    var page = new Page();
    page.line();
    if (again) {
      page.line().say("Two interrupts received. Exiting immediately.");
    } else {
      page.line().say("Interrupt received. Nothing more is sent.");
      page.line().say("Gracefully shutting down...");
    }
    return page;
  }
}
