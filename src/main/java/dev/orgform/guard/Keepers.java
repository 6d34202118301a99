package dev.orgform.guard;

import dev.orgform.model.Address;
import dev.orgform.model.Admins;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * No list leaves an organization with too few super administrators, or without those who must stay.
 * Active and invited members count, and whoever plans among them; what is deleted needs nobody.
 */
record Keepers(Admins admins) implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    var shrinking = new TreeMap<Address, List<Change.Delete>>();
    for (var step : plan.steps()) {
      if (step.change() instanceof Change.Delete delete
          && delete.removal().form() == Removal.Form.LIST) {
        for (var owner : delete.live().fields().refs()) {
          shrinking.computeIfAbsent(owner, o -> new ArrayList<>()).add(delete);
        }
      }
    }
    return shrinking.isEmpty() ? List.of() : objections(plan, shrinking);
  }

  private List<Diagnostic> objections(
      Plan plan, SortedMap<Address, List<Change.Delete>> shrinking) {
    var declared = counts(plan.live().resources().all());
    var others = counts(plan.live().undeclared().all());
    var added = counts(created(plan));
    var objections = new ArrayList<Diagnostic>();
    shrinking.forEach(
        (owner, removed) -> {
          int listed = declared.getOrDefault(owner, 0) + added.getOrDefault(owner, 0);
          int left = listed + others.getOrDefault(owner, 0) - removed.size();
          var place = removed.getFirst().removal().place();
          if (listed == 0 && admins.least() > 0) {
            objections.add(nobody(owner, removed.size(), place));
          } else if (left < admins.least()) {
            objections.add(tooFew(owner, left, place));
          }
          removed.forEach(one -> required(one).ifPresent(objections::add));
        });
    return objections;
  }

  private static List<Resource> created(Plan plan) {
    return plan.steps().stream()
        .flatMap(
            step ->
                step.change() instanceof Change.Create create
                    ? Stream.of(create.wanted())
                    : Stream.of())
        .toList();
  }

  private static SortedMap<Address, Integer> counts(Iterable<Resource> resources) {
    var counts = new TreeMap<Address, Integer>();
    for (var one : resources) {
      if (one.kind().form() instanceof Kind.Form.Roster) {
        one.fields().refs().forEach(owner -> counts.merge(owner, 1, Integer::sum));
      }
    }
    return counts;
  }

  private Diagnostic nobody(Address owner, int removed, Place list) {
    return at(
        Diagnostic.error(Code.TOO_FEW_ADMINS, "The list of " + owner + " names nobody")
            .because(
                "It would remove %s%s; an empty list needs `min_admins: 0`, and %s."
                    .formatted(
                        removed == 1 ? "1 member" : removed + " members",
                        ", all but the user of this credential",
                        said()))
            .todo(
                "Name who shall stay, or delete the key to leave the members alone. If nobody shall"
                    + " stay, first set `min_admins: 0` in a reviewed change of its own."),
        owner,
        list);
  }

  private Diagnostic tooFew(Address owner, int left, Place list) {
    return at(
        Diagnostic.error(
                Code.TOO_FEW_ADMINS,
                "%s would be left with %s"
                    .formatted(owner, left == 1 ? "1 member" : left + " members"))
            .because(
                "The plan removes members there, and %s. Active and invited ones count, the user of"
                        .formatted(said())
                    + " this credential too.")
            .todo(
                "Keep or add members, or first lower `min_admins` in a reviewed change of its"
                    + " own."),
        owner,
        list);
  }

  /** What holds, and who says so. */
  private String said() {
    return admins
        .place()
        .map(place -> "the guard file says " + admins.least() + " at " + place)
        .orElse("where no guard file says otherwise it is " + admins.least());
  }

  private Diagnostic at(Diagnostic objection, Address owner, Place list) {
    var about = objection.about(owner);
    return admins.place().map(place -> about.at(place, list)).orElseGet(() -> about.at(list));
  }

  private Optional<Diagnostic> required(Change.Delete delete) {
    return admins.required().stream()
        .filter(one -> one.email().equalsIgnoreCase(delete.live().label()))
        .findFirst()
        .map(
            one ->
                Diagnostic.error(Code.REQUIRED_ADMIN, delete.live().label() + " is never removed")
                    .because(
                        "The list at %s leaves them out, and `required_admins` has them at %s."
                            .formatted(delete.removal().place(), one.place()))
                    .todo(
                        "Add them to the list. If they shall go, first take them out of"
                            + " `required_admins` in a reviewed change of its own.")
                    .about(delete.address())
                    .at(one.place(), delete.removal().place()));
  }
}
