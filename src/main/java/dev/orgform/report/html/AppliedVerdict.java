package dev.orgform.report.html;

import dev.orgform.documents.AppliedPlan;
import dev.orgform.report.html.Verdict.Alert;
import dev.orgform.report.html.Verdict.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a plan. */
record AppliedVerdict(AppliedPlan applied) {

  Verdict verdict(Words words) {
    return new Verdict(
        "apply",
        applied.complete() ? "clean" : "refused",
        headline(),
        applied.complete()
            ? "Everything that was planned is done."
            : "What is done stays done. Deal with the errors below, then plan and apply again.",
        applied.plan().made().map(Page::time),
        words.value(applied.plan().tool()),
        counts(),
        Optional.empty(),
        alerts());
  }

  private String headline() {
    int all = applied.plan().changes().size();
    if (!applied.complete()) {
      return "Apply incomplete: %d of %s done"
          .formatted(all - applied.left(), Words.count(all, "change", "changes"));
    }
    return all == 0 ? "No changes" : "Applied: " + Words.count(all, "change", "changes");
  }

  private List<Count> counts() {
    var done = applied.counts();
    var counts = new ArrayList<Count>();
    counts.add(new Count(Sign.ADD, "added", done.add()));
    counts.add(new Count(Sign.CHANGE, "changed", done.change()));
    counts.add(new Count(Sign.DESTROY, "destroyed", done.destroy()));
    if (!applied.complete()) {
      counts.add(new Count(Sign.MISSING, "not done", applied.left()));
    }
    return counts;
  }

  private List<Alert> alerts() {
    var alerts = new ArrayList<Alert>();
    Page.warnings(applied.plan().diagnostics(), alerts);
    return alerts;
  }
}
