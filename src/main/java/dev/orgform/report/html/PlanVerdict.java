package dev.orgform.report.html;

import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Touching;
import dev.orgform.model.Deed;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Person;
import dev.orgform.report.Pace;
import dev.orgform.report.html.Verdict.Alert;
import dev.orgform.report.html.Verdict.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan comes to. */
final class PlanVerdict {
  /** The most people without two-factor authentication that are named. */
  private static final int NAMED = 20;

  private final PlanDocument plan;
  private final long errors;
  private final long drifted;
  private final int oneWay;

  PlanVerdict(PlanDocument plan) {
    this.plan = plan;
    errors = plan.diagnostics().stream().filter(Diagnostic::isError).count();
    drifted =
        plan.drift().stream().filter(one -> one.state() != DriftedObject.State.IGNORED).count();
    oneWay = (int) plan.changes().stream().filter(PlannedChange::oneWay).count();
  }

  Verdict verdict(Words words) {
    return new Verdict(
        "plan",
        state(),
        headline(),
        lead(),
        plan.made().map(Page::time),
        words.value(plan.tool()),
        counts(),
        Optional.empty(),
        alerts(words));
  }

  String state() {
    if (plan.refused()) {
      return "refused";
    }
    if (plan.changes().isEmpty()) {
      return "clean";
    }
    return plan.missing().isEmpty() ? "pending" : "waiting";
  }

  String headline() {
    if (plan.refused()) {
      return "Refused: " + Words.count(errors, "error", "errors");
    }
    if (plan.changes().isEmpty()) {
      return "No changes";
    }
    return plan.missing().isEmpty()
        ? "Ready to apply: " + Words.count(plan.changes().size(), "change", "changes")
        : Words.count(plan.changes().size(), "change waits", "changes wait") + " for confirmation";
  }

  private String lead() {
    if (plan.refused()) {
      return "Nothing is applied before the errors below are dealt with.";
    }
    if (plan.changes().isEmpty()) {
      return drifted > 0
          ? "The configuration asks for nothing new, and drift is left alone."
          : "Live is as the configuration says.";
    }
    return "Applying takes about "
        + Words.count(plan.calls(), "request", "requests")
        + ", with "
        + plan.needs().words()
        + "."
        + duration();
  }

  private String duration() {
    long minutes = Pace.minutes(plan.requests() + plan.calls());
    return minutes == 0
        ? ""
        : " That takes at least "
            + minutes
            + " minutes: "
            + Pace.IN_WINDOW
            + " requests are sent in "
            + Pace.windowMinutes()
            + ".";
  }

  private List<Count> counts() {
    var counts = new ArrayList<Count>();
    counts.add(new Count(Sign.ADD, "to add", plan.counts().add()));
    counts.add(new Count(Sign.CHANGE, "to change", plan.counts().change()));
    counts.add(new Count(Sign.DESTROY, "to destroy", plan.counts().destroy()));
    if (!plan.adopted().isEmpty()) {
      counts.add(new Count(Sign.ADOPT, "to adopt", plan.adopted().size()));
    }
    if (drifted > 0) {
      counts.add(new Count(Sign.DRIFT, "drifted", (int) drifted));
    }
    return counts;
  }

  private List<Alert> alerts(Words words) {
    var alerts = new ArrayList<Alert>();
    if (!plan.changes().isEmpty()) {
      reach(alerts);
      unsecured(alerts, words);
    }
    if (oneWay > 0) {
      alerts.add(
          alert(
              "stop",
              "One-way",
              "Only Cloudflare Support could undo "
                  + Words.count(oneWay, "of these changes.", "of these changes.")));
    }
    plan.missing().forEach(missing -> alerts.add(confirmation(missing)));
    if (drifted > 0) {
      alerts.add(
          alert(
              "warn",
              "Drift",
              Words.count(drifted, "object was", "objects were")
                  + " changed elsewhere; this plan leaves that as it is."
                  + elsewhere()
                  + remedy()));
    }
    Page.warnings(plan.diagnostics(), alerts);
    return alerts;
  }

  /** What the plan has nothing to do with is counted and not shown. */
  private String elsewhere() {
    long rest = drifted - Touching.of(plan).size();
    return rest == 0
        ? ""
        : " The plan does not touch " + rest + " of them; orgform drift shows them.";
  }

  /** Nothing else is to be decided before the errors are dealt with. */
  private String remedy() {
    return plan.refused()
        ? ""
        : " To have it as declared, add --converge; to keep what is live, write that into the"
            + " YAML.";
  }

  private void reach(List<Alert> alerts) {
    var counts = plan.reach();
    counts.forEach((reach, many) -> alerts.add(alert("warn", "Blast radius", reach(reach, many))));
    if (counts.isEmpty()) {
      alerts.add(
          alert("calm", "Blast radius", "Nobody becomes or ceases to be super administrator."));
    }
  }

  /** Whoever takes over such an account has all that it may do. */
  private void unsecured(List<Alert> alerts, Words words) {
    var some = plan.unsecured();
    if (some.isEmpty()) {
      return;
    }
    int heads = Person.heads(some);
    var names =
        some.stream()
            .limit(NAMED)
            .map(one -> words.value(one.email()) + " of " + words.address(one.organization()))
            .collect(Collectors.joining(", "));
    int more = some.size() - NAMED;
    alerts.add(
        alert(
            "warn",
            "Two-factor",
            heads
                + " of those who are or become super administrators "
                + (heads == 1 ? "has" : "have")
                + " no two-factor authentication: "
                + names
                + (more > 0 ? " and " + more + " more." : ".")));
  }

  private static String reach(Deed.Reach reach, int many) {
    return switch (reach) {
      case NOBODY -> "";
      case CREATOR_BECOMES ->
          "The user of this credential becomes super administrator of "
              + Words.count(many, "new organization", "new organizations")
              + " (no accounts yet).";
      case MEMBERS_CEASE ->
          "The members of "
              + Words.count(many, "destroyed organization", "destroyed organizations")
              + " cease to be super administrators there (no accounts by then).";
      case PERSON_BECOMES ->
          Words.count(many, "person becomes", "people become")
              + " super administrator on accepting an invitation.";
      case PERSON_CEASES ->
          Words.count(many, "person ceases", "people cease") + " to be super administrator.";
      case ACCOUNT_MOVES ->
          Words.count(many, "account comes", "accounts come")
              + " under the super administrators of another organization.";
    };
  }

  private Alert confirmation(Confirmation missing) {
    var why =
        switch (missing) {
          case ALLOW_DELETE ->
              "This plan destroys "
                  + plan.deletions()
                  + (plan.peopleRemoved() > 0 ? " (members not counted)" : "");
          case ADOPT ->
              "This plan overwrites what is declared for the first time, in "
                  + Words.count(plan.takenOver(), "object", "objects");
          case ACCEPT_ONE_WAY -> "Some changes are one-way";
        };
    var flag =
        missing == Confirmation.ACCEPT_ONE_WAY
            ? missing.flag() + plan.oneWay().map(hash -> "=" + hash).orElse("")
            : missing.flag();
    return new Alert("stop", "Confirm", why + ": apply will want", Optional.of(flag));
  }

  private static Alert alert(String style, String label, String text) {
    return new Alert(style, label, text, Optional.empty());
  }
}
