package dev.orgform.cli;

import dev.orgform.report.Page;

/** What the sandbox says of itself. */
final class SandboxText {
  private SandboxText() {}

  /** Where it listens, and how to speak to it. */
  static Page serving(String url) {
    var page = new Page();
    page.line().say("The sandbox serves the Organizations API at ").data(url);
    page.line().say("Any token or e-mail with key will do. For orgform:");
    page.line().say("  export CLOUDFLARE_BASE_URL=").data(url);
    page.line()
        .say("  export CLOUDFLARE_EMAIL=you@sandbox.invalid CLOUDFLARE_API_KEY=sandbox-key-0000");
    page.line().say("Stop it with Ctrl-C.");
    return page;
  }

  /** What chance had go wrong, as the command that repeats it. */
  static Page replay(String command) {
    var page = new Page();
    page.line().say("What went wrong by chance goes wrong again, on the same estate, with:");
    page.line().say("  ").whole(command);
    return page;
  }
}
