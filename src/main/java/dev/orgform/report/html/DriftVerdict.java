package dev.orgform.report.html;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.report.html.Verdict.Alert;
import dev.orgform.report.html.Verdict.Count;
import dev.orgform.report.html.Verdict.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a survey comes to. */
final class DriftVerdict {
  private final DriftDocument drift;
  private final int drifted;
  private final int missing;

  DriftVerdict(DriftDocument drift) {
    this.drift = drift;
    drifted = drift.in(State.DRIFTED).size();
    missing = drift.in(State.MISSING).size();
  }

  Verdict verdict(Words words) {
    return new Verdict(
        "drift",
        drift.isDrift() ? "waiting" : "clean",
        headline(),
        lead(),
        drift.made().map(Page::time),
        words.value(drift.tool()),
        List.of(
            new Count(Sign.DRIFT, "drifted", drifted),
            new Count(Sign.MISSING, "missing", missing),
            new Count(Sign.UNMANAGED, "not managed", drift.unmanaged().size()),
            new Count(Sign.IGNORED, "ignored", drift.in(State.IGNORED).size())),
        coverage(),
        alerts());
  }

  String headline() {
    if (!drift.isDrift()) {
      return drift
          .ages()
          .map(ages -> "No drift since run " + ages.since().run())
          .orElse("No drift");
    }
    if (missing == 0) {
      return Words.count(drifted, "object has drifted", "objects have drifted");
    }
    return drifted == 0
        ? Words.count(missing, "object is missing", "objects are missing")
        : Words.count(drifted, "object has drifted", "objects have drifted")
            + ", "
            + missing
            + " missing";
  }

  private String lead() {
    return drift.isDrift()
        ? "To have it as declared, run orgform apply, with --converge where you use --base;"
            + " to keep what is live, write that into the YAML."
        : drift.ages().isPresent() ? "Nothing is new." : "What is declared is so.";
  }

  private Optional<Coverage> coverage() {
    if (drift.seen() == 0) {
      return Optional.empty();
    }
    int percent = (int) (100L * drift.managed() / drift.seen());
    return Optional.of(
        new Coverage(
            percent,
            drift.managed()
                + " of "
                + Words.count(drift.seen(), "live organization is", "live organizations are")
                + " managed ("
                + percent
                + "%)"));
  }

  private List<Alert> alerts() {
    var alerts = new ArrayList<Alert>();
    drift
        .ages()
        .ifPresent(
            ages ->
                alerts.add(
                    new Alert(
                        "calm",
                        "Since run " + ages.since().run(),
                        Words.count(ages.known().size(), "object was", "objects were")
                            + " not as declared before that, and not shown.",
                        Optional.empty())));
    if (!drift.doomed().isEmpty()) {
      alerts.add(
          new Alert(
              "warn",
              "Still there",
              Words.count(drift.doomed().size(), "object is", "objects are")
                  + " to be removed and still live.",
              Optional.empty()));
    }
    Page.warnings(drift.diagnostics(), alerts);
    return alerts;
  }
}
