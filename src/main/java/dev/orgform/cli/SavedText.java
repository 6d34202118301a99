package dev.orgform.cli;

import dev.orgform.report.Page;
import dev.orgform.seal.Trust;
import java.time.Instant;

/** What is to be said of a plan file: when, for whom, by whom, and whether it still counts. */
final class SavedText {
  private SavedText() {}

  static Page of(SavedFile file, Instant now) {
    var page = new Page();
    var saved = file.plan().saved();
    page.line()
        .say("Saved at ")
        .data(file.plan().made().toString())
        .say(" with orgform ")
        .data(file.plan().plan().tool())
        .say(" for ")
        .data(saved.host())
        .say(" as ")
        .data(saved.identity())
        .say(".");
    if (file.plan().isOutdated(now)) {
      page.line().say("It expired at ").data(saved.expires().toString()).say(": plan again.");
    } else {
      page.line().say("It can be applied until ").data(saved.expires().toString()).say(".");
    }
    switch (file.trust()) {
      case Trust.Known known -> page.line().say("Sealed by ").data(known.who()).say(".");
      case Trust.Unchecked unchecked ->
          page.line()
              .say("It is sealed; to check by whom, give ORGFORM_PLAN_KEY or --allowed-signers.");
      case Trust.Plain plain ->
          page.line().say("Nobody sealed it: no byte was changed by accident, but anybody could.");
      case Trust.Forged forged -> page.line().say("It is forged.");
    }
    return page;
  }
}
