package dev.orgform.report.html;

import java.util.Locale;

/** What sort of thing a finding is, the one to look at first being first. */
enum Rank {
  ONE_WAY("Cannot be taken back", "Only Cloudflare Support could undo these."),
  DESTROY("Deletions", "They can be made again, and each says what that takes."),
  TAKE_OVER("Take-overs", "Declared for the first time: what is live is overwritten."),
  ADDED("Added", "There, and not on lists that say all."),
  MISSING("Missing", "Declared, and nothing live matches it."),
  DOOMED("Still there", "To be removed, as the configuration says."),
  CREATE("Creations", "What does not exist yet."),
  CHANGE("Changes", "What becomes something else."),
  DRIFT("Drift", "What is live is not as declared."),
  DECLARED("Declared differently", "As a run of orgform left it; the next apply changes these."),
  ADOPT("Adopted", "It exists already, as declared; nothing is sent."),
  IGNORED("Ignored", "Not as declared, where the guard file says so."),
  UNMANAGED("Not managed", "Live, declared nowhere, and left alone.");

  private final String title;
  private final String lead;

  Rank(String title, String lead) {
    this.title = title;
    this.lead = lead;
  }

  String title() {
    return title;
  }

  String lead() {
    return lead;
  }

  /** What filters call it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
