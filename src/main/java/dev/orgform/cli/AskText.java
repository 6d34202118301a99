package dev.orgform.cli;

import dev.orgform.report.Page;

/** What people are asked before anything changes, and what comes of their answer. */
final class AskText {
  private AskText() {}

  /** Whether the plan shall be applied. */
  static Page approval() {
    var page = new Page();
    page.line();
    page.line().say("Do you want to perform these actions?");
    page.line().say("  orgform will perform the actions described above.");
    page.line().say("  Only 'yes' will be accepted to approve.");
    page.line();
    page.line().say("  Enter a value:");
    return page;
  }

  /** How many steps cannot be undone, so that nobody accepts them unread. */
  static Page oneWay(long steps) {
    var page = new Page();
    page.line();
    page.line()
        .say("Only Cloudflare Support can undo ")
        .number(steps)
        .say(steps == 1 ? " of these steps; it is marked !." : " of these steps, marked !.");
    page.line().say("  Type how many there are to accept them; anything else declines.");
    page.line();
    page.line().say("  Enter a number:");
    return page;
  }

  /** The answer was no. */
  static Page cancelled() {
    var page = new Page();
    page.line();
    page.line().say("Apply cancelled.");
    return page;
  }

  /** A signal ended the run before it changed anything. */
  static Page stopped() {
    var page = new Page();
    page.line();
    page.line().say("Apply stopped. Nothing was changed.");
    return page;
  }
}
