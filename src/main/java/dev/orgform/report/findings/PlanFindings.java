package dev.orgform.report.findings;

import dev.orgform.documents.AdoptedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Deed;
import dev.orgform.model.Value;
import java.util.List;

/** What a plan has to tell. */
final class PlanFindings {
  private final PlanDocument plan;
  private final Findings findings;

  PlanFindings(PlanDocument plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void all() {
    plan.changes().forEach(this::change);
    plan.adopted().forEach(this::adopted);
    var drift = new DriftFindings(findings, History.NONE);
    Touching.of(plan).forEach(drift::object);
  }

  private void change(PlannedChange change) {
    var name = name(change);
    findings.add(
        rule(change),
        change.address(),
        change.type(),
        name,
        change.source(),
        message(change, name),
        "Because " + change.reason() + ".",
        List.of(),
        change.fields(),
        change.oneWay(),
        change.reach());
  }

  private static Rule rule(PlannedChange change) {
    if (change.verb() == Verb.DELETE) {
      return Rule.DELETE;
    }
    if (change.oneWay()) {
      return Rule.ONE_WAY;
    }
    if (change.reach() != Deed.Reach.NOBODY && change.reach() != Deed.Reach.CREATOR_BECOMES) {
      return Rule.RIGHTS;
    }
    return change.verb() == Verb.CREATE ? Rule.CREATE : Rule.UPDATE;
  }

  private static String message(PlannedChange change, String name) {
    return switch (change.verb()) {
      case CREATE -> change.address() + " will be created";
      case UPDATE ->
          change.address()
              + (change.isMove() ? " will be moved" : " will be updated in-place")
              + Findings.names(change.fields());
      case DELETE -> Findings.known(change.address(), name) + " will be destroyed";
    };
  }

  private static String name(PlannedChange change) {
    var fields = change.verb() == Verb.CREATE ? change.after() : change.before();
    return fields.get("name") instanceof Value.Text name ? name.text() : "";
  }

  private void adopted(AdoptedObject object) {
    boolean takeOver = !object.takenOver().isEmpty();
    findings.add(
        takeOver ? Rule.TAKE_OVER : Rule.ADOPT,
        object.address(),
        object.type(),
        object.name(),
        object.source(),
        object.address()
            + (takeOver
                ? " is declared for the first time, and what is live is overwritten"
                : " will be adopted")
            + Findings.names(object.takenOver()),
        "",
        List.of(),
        object.takenOver(),
        false,
        Deed.Reach.NOBODY);
  }
}
