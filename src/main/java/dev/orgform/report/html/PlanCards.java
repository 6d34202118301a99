package dev.orgform.report.html;

import dev.orgform.documents.AdoptedObject;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Touching;
import dev.orgform.documents.Verb;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of a plan: what it changes, and what it leaves as it found it. */
final class PlanCards {
  private final PlanDocument plan;
  private final Words words;
  private final String tense;
  private final Set<Address> takenOver;
  private final Set<Address> changed;

  /** What it would change. */
  PlanCards(PlanDocument plan, Words words) {
    this(plan, words, "will be");
  }

  /** What it was about, told as what it {@code will be} or {@code was}. */
  PlanCards(PlanDocument plan, Words words, String tense) {
    this.plan = plan;
    this.tense = tense;
    this.words = words;
    takenOver =
        plan.adopted().stream()
            .filter(one -> !one.takenOver().isEmpty())
            .map(AdoptedObject::address)
            .collect(Collectors.toSet());
    changed = plan.changes().stream().map(PlannedChange::address).collect(Collectors.toSet());
  }

  /** All of them, in the order of the document. */
  List<Draft> all() {
    var all = new ArrayList<Draft>();
    all.addAll(changes());
    Touching.of(plan).forEach(object -> all.add(drift(object)));
    plan.adopted().stream()
        .filter(object -> !changed.contains(object.address()))
        .forEach(object -> all.add(adopted(object)));
    return all;
  }

  /** Its changes and nothing else. */
  List<Draft> changes() {
    return plan.changes().stream().map(this::change).toList();
  }

  private Draft change(PlannedChange change) {
    var draft =
        new Draft(rank(change), sign(change), change.address(), name(change), words)
            .saying(verb(change))
            .because("Because " + change.reason() + ".")
            .between(change.verb() == Verb.UPDATE ? "now" : "", "planned")
            .fields(change.fields())
            .under(parent(change));
    chips(change, draft);
    draft.fact("Takes", takes(change));
    draft.fact("To undo", undo(change));
    if (!change.waitsFor().isEmpty()) {
      draft.fact("After", some(change.waitsFor().stream().map(words::address).toList()));
    }
    change.id().ifPresent(id -> draft.fact("Id", words.value(id)));
    change.source().ifPresent(source -> draft.fact("Declared at", words.place(source)));
    return draft;
  }

  private Rank rank(PlannedChange change) {
    if (change.oneWay()) {
      return Rank.ONE_WAY;
    }
    return switch (change.verb()) {
      case DELETE -> Rank.DESTROY;
      case CREATE -> Rank.CREATE;
      case UPDATE -> takenOver.contains(change.address()) ? Rank.TAKE_OVER : Rank.CHANGE;
    };
  }

  private void chips(PlannedChange change, Draft draft) {
    if (change.oneWay()) {
      draft.chip("one-way");
    }
    if (takenOver.contains(change.address())) {
      draft.chip("take-over");
    }
    switch (change.reach()) {
      case CREATOR_BECOMES -> draft.chip("makes a super administrator");
      case MEMBERS_CEASE -> draft.chip("unmakes super administrators");
      case PERSON_BECOMES -> draft.chip("makes a super administrator on acceptance");
      case PERSON_CEASES -> draft.chip("unmakes a super administrator");
      case ACCOUNT_MOVES -> draft.chip("comes under other super administrators");
      case NOBODY -> {}
    }
  }

  private static Sign sign(PlannedChange change) {
    return switch (change.verb()) {
      case CREATE -> Sign.ADD;
      case UPDATE -> change.isMove() ? Sign.MOVE : Sign.CHANGE;
      case DELETE -> Sign.DESTROY;
    };
  }

  private String verb(PlannedChange change) {
    return switch (change.verb()) {
      case CREATE -> tense + " created";
      case UPDATE -> tense + (change.isMove() ? " moved" : " changed");
      case DELETE -> tense + " destroyed";
    };
  }

  private static String takes(PlannedChange change) {
    return Words.count(change.calls(), "request", "requests") + " with " + change.needs().words();
  }

  private static String undo(PlannedChange change) {
    return switch (change.undo()) {
      case FREE -> "the next apply can";
      case COSTLY ->
          change.verb() == Verb.DELETE
              ? "a revert invites again, and whoever it was must accept"
              : "a revert does not, a deletion under removed does";
      case SUPPORT_ONLY -> "only Cloudflare Support could";
    };
  }

  private Draft drift(DriftedObject object) {
    return Drifts.of(object, words)
        .because("The configuration did not change there, so this plan leaves it as it is.");
  }

  private Draft adopted(AdoptedObject object) {
    var draft =
        new Draft(
                object.takenOver().isEmpty() ? Rank.ADOPT : Rank.TAKE_OVER,
                Sign.ADOPT,
                object.address(),
                object.name(),
                words)
            .saying("will be adopted")
            .between("live", "declared")
            .fields(object.takenOver());
    object.id().ifPresent(id -> draft.fact("Id", words.value(id)));
    object.source().ifPresent(source -> draft.fact("Declared at", words.place(source)));
    return draft;
  }

  private String some(List<String> addresses) {
    int most = 5;
    var text = String.join(", ", addresses.stream().limit(most).toList());
    return addresses.size() > most ? text + " and " + (addresses.size() - most) + " more" : text;
  }

  private static String name(PlannedChange change) {
    var fields = change.verb() == Verb.DELETE ? change.before() : change.after();
    return fields.get(Draft.NAME) instanceof Value.Text text ? text.text() : "";
  }

  /** What its fields refer to, which is where it hangs. */
  private static Optional<Address> parent(PlannedChange change) {
    return change.fields().stream()
        .map(field -> change.verb() == Verb.DELETE ? field.before() : field.after())
        .flatMap(value -> value instanceof Value.Ref ref ? Stream.of(ref.to()) : Stream.of())
        .findFirst();
  }
}
