package dev.orgform.report.findings;

import dev.orgform.documents.AdoptedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Touching;
import dev.orgform.documents.Verb;
import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.plan.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan has to tell. */
final class PlanFindings {
  private final PlanDocument plan;
  private final Findings findings;
  private final String tense;
  private final Map<String, Person> people = new HashMap<>();

  /**
   * The findings go where they are collected.
   *
   * @param tense how a change is told: that it {@code will be} made, or that it {@code was}
   */
  PlanFindings(PlanDocument plan, Findings findings, String tense) {
    this.plan = plan;
    this.tense = tense;
    this.findings = findings;
    plan.people().forEach(one -> people.put(Roll.key(one.organization(), one.email()), one));
  }

  void all() {
    changes(plan.changes());
    plan.unsecured().forEach(this::unsecured);
    plan.adopted().forEach(this::adopted);
    var drift = new DriftFindings(findings, History.NONE);
    Touching.of(plan).forEach(drift::object);
  }

  /** Some of its changes and nothing else. */
  void changes(List<PlannedChange> some) {
    some.forEach(this::change);
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
        "Because " + change.reason() + "." + accounts(change),
        List.of(),
        change.fields(),
        change.oneWay(),
        change.reach());
  }

  /**
   * Called as those are who come or go: only where somebody does is anybody told of. Files need not
   * declare who stays, so that where it stands is found by the organization.
   */
  private void unsecured(Person person) {
    plan.changes().stream()
        .filter(change -> people.containsKey(change.address().key()))
        .findFirst()
        .ifPresent(
            like -> {
              var address =
                  new Address(
                      like.address().kind(), Roll.key(person.organization(), person.email()));
              boolean becomes = person.turn() == Person.Turn.BECOMES;
              findings.addWithin(
                  person.organization(),
                  Rule.UNSECURED,
                  address,
                  like.type(),
                  address
                      + " has no two-factor authentication, and "
                      + (becomes ? "becomes" : "is")
                      + " super administrator of "
                      + Findings.known(person.organization(), person.name()),
                  "Whoever takes over that account may do all that a super administrator may: have"
                      + " it switched on there first."
                      + accounts(person));
            });
  }

  /** How much whoever comes or goes may act in; nothing where it is about nobody. */
  private String accounts(PlannedChange change) {
    var person = people.get(change.address().key());
    return person == null ? "" : accounts(person);
  }

  private static String accounts(Person person) {
    if (person.accounts().isEmpty()) {
      return " The accounts there were not counted.";
    }
    int count = person.accounts().getAsInt();
    return count == 1 ? " There is 1 account there." : " There are " + count + " accounts there.";
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

  private String message(PlannedChange change, String name) {
    return switch (change.verb()) {
      case CREATE -> "%s %s created".formatted(change.address(), tense);
      case UPDATE ->
          "%s %s %s"
                  .formatted(
                      change.address(), tense, change.isMove() ? "moved" : "updated in-place")
              + Findings.names(change.fields());
      case DELETE -> "%s %s destroyed".formatted(Findings.known(change.address(), name), tense);
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
