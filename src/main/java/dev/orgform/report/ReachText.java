package dev.orgform.report;

import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Deed;
import dev.orgform.plan.Person;
import java.util.List;
import java.util.stream.Collectors;

/** Who becomes or ceases to be super administrator: the first thing that reviewers must know. */
final class ReachText {
  /** The most people of one sort that are named. */
  private static final int NAMED = 20;

  private ReachText() {}

  /** Nothing where nothing is planned. */
  static Page of(PlanDocument plan) {
    var page = new Page();
    if (plan.changes().isEmpty()) {
      return page;
    }
    var reach = plan.reach();
    int made = reach.getOrDefault(Deed.Reach.CREATOR_BECOMES, 0);
    int gone = reach.getOrDefault(Deed.Reach.MEMBERS_CEASE, 0);
    if (made > 0) {
      var line = line(page);
      line.say("the user of this credential becomes super administrator of ")
          .number(made)
          .say(made == 1 ? " new organization" : " new organizations");
      filled(line, plan);
    }
    if (gone > 0) {
      line(page)
          .say("the members of ")
          .number(gone)
          .say(gone == 1 ? " destroyed organization" : " destroyed organizations")
          .say(" cease to be super administrators there (no accounts by then).");
    }
    people(page, plan);
    page.add(TransferText.of(plan));
    if (page.isEmpty()) {
      line(page).say("nobody becomes or ceases to be super administrator.");
    }
    unsecured(page, plan);
    return page;
  }

  /** What a new organization holds is what the same plan moves there. */
  private static void filled(Line line, PlanDocument plan) {
    var made =
        plan.changes().stream()
            .filter(change -> change.verb() == Verb.CREATE)
            .map(PlannedChange::address)
            .collect(Collectors.toSet());
    long many = plan.transfers().stream().filter(one -> made.contains(one.to())).count();
    if (many == 0) {
      line.say(" (no accounts yet).");
    } else {
      line.say(" (with ")
          .number(many)
          .say(many == 1 ? " account that is" : " accounts that are")
          .say(" moved there).");
    }
  }

  private static void people(Page page, PlanDocument plan) {
    var invited = turning(plan, Person.Turn.BECOMES);
    if (!invited.isEmpty()) {
      int many = Person.heads(invited);
      line(page)
          .number(many)
          .say(many == 1 ? " person becomes" : " people become")
          .say(" super administrator on accepting an invitation:");
      named(page, invited);
    }
    var leaving = turning(plan, Person.Turn.CEASES);
    if (!leaving.isEmpty()) {
      int many = Person.heads(leaving);
      line(page)
          .number(many)
          .say(many == 1 ? " person ceases" : " people cease")
          .say(" to be super administrator:");
      named(page, leaving);
    }
  }

  /** Whoever takes over such an account has all that it may do. */
  private static void unsecured(Page page, PlanDocument plan) {
    var some = plan.unsecured();
    if (!some.isEmpty()) {
      int many = Person.heads(some);
      line(page)
          .number(many)
          .say(" of those who are or become super administrators")
          .say(many == 1 ? " has " : " have ")
          .say(Style.WARNING, "no two-factor authentication")
          .say(":");
      named(page, some);
    }
  }

  private static List<Person> turning(PlanDocument plan, Person.Turn turn) {
    return plan.people().stream().filter(one -> one.turn() == turn).toList();
  }

  private static void named(Page page, List<Person> people) {
    people.stream().limit(NAMED).forEach(person -> name(page, person));
    if (people.size() > NAMED) {
      page.add(More.ofPlan(4, people.size() - (long) NAMED));
    }
  }

  private static void name(Page page, Person person) {
    var line =
        page.line()
            .say("    ")
            .data(person.email())
            .say(" of ")
            .data(person.organization().toString());
    if (!person.name().isEmpty()) {
      line.say(" (").quoted(person.name()).say(")");
    }
    if (person.accounts().isEmpty()) {
      line.say(", accounts not counted");
    } else {
      int many = person.accounts().getAsInt();
      line.say(" with ").number(many).say(many == 1 ? " account" : " accounts");
    }
  }

  private static Line line(Page page) {
    return page.line().say(Style.TITLE, "Blast radius: ");
  }
}
