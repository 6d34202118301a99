package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of people who are live and on no list: those whom a list leaves out that says all of
 * them, and those whose organization is to be deleted. Whoever plans is never among them.
 */
final class Lists {
  private final Live live;
  private final Terms terms;
  private final Optional<Base> base;
  private final Map<Address, List<Resource>> strangers = new TreeMap<>();
  private final List<Change.Delete> removals = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();
  private final List<Adoption> adopted = new ArrayList<>();
  private final List<Resource> staying = new ArrayList<>();

  Lists(Desired desired, Live live, Terms terms, Optional<Base> base) {
    this.live = live;
    this.terms = terms;
    this.base = base;
    for (var one : live.undeclared().all()) {
      if (one.kind().form() instanceof Kind.Form.Roster) {
        for (var owner : one.fields().refs()) {
          strangers.computeIfAbsent(owner, o -> new ArrayList<>()).add(one);
        }
      }
    }
    desired.rolls().stream().filter(Roll::whole).forEach(this::consider);
  }

  /** Whom lists leave out. */
  List<Change.Delete> removals() {
    return List.copyOf(removals);
  }

  /** Whom somebody made one elsewhere, or whose being there is nobody's business. */
  List<Drift> drift() {
    return List.copyOf(drift);
  }

  /** Whom a list leaves out that is declared for the first time. */
  List<Adoption> adopted() {
    return List.copyOf(adopted);
  }

  /** That whoever plans stays, where a list leaves them out. */
  Optional<Diagnostic> note() {
    return staying.isEmpty() ? Optional.empty() : Optional.of(Objections.staysWhoPlans(staying));
  }

  /** Who must go before these organizations can; whoever plans goes with the organization. */
  List<Change.Delete> draining(Collection<Change.Delete> deletions) {
    var drained = new ArrayList<Change.Delete>();
    for (var deletion : deletions) {
      for (var one : strangers.getOrDefault(deletion.address(), List.of())) {
        if (!isSelf(one)) {
          drained.add(removal(one, deletion.removal().place(), Removal.Form.DRAIN));
        }
      }
    }
    return drained;
  }

  private void consider(Roll roll) {
    for (var one : strangers.getOrDefault(roll.owner(), List.of())) {
      if (!roll.isOf(one.kind(), roll.owner())) {
        continue;
      }
      if (isSelf(one)) {
        staying.add(one);
      } else if (terms.ignored().test(one.address(), field(one).name())) {
        drift.add(new Drift.Ignored(one, one, List.of(difference(one))));
      } else {
        decide(one, roll);
      }
    }
  }

  private void decide(Resource one, Roll roll) {
    var fate = fate(one, roll);
    if (fate == ThreeWay.DRIFT && !terms.converge()) {
      drift.add(new Drift.Added(one, roll));
      return;
    }
    var place = roll.place().orElseGet(() -> Place.of("the configuration"));
    removals.add(removal(one, place, Removal.Form.LIST));
    if (fate == ThreeWay.TAKE_OVER) {
      var declared = new Resource(one.address(), one.kind(), one.id(), one.fields(), roll.place());
      adopted.add(new Adoption(one, declared, List.of(difference(one))));
    }
  }

  /** The table of {@link ThreeWay} for an entry, which is there or not. */
  private ThreeWay fate(Resource one, Roll roll) {
    if (base.isEmpty() || base.get().at(one.address()).isPresent()) {
      return ThreeWay.CHANGE;
    }
    return base.get().has(roll) ? ThreeWay.DRIFT : ThreeWay.TAKE_OVER;
  }

  private boolean isSelf(Resource one) {
    return live.self().filter(self -> self.equalsIgnoreCase(one.label())).isPresent();
  }

  private static Change.Delete removal(Resource one, Place place, Removal.Form form) {
    return new Change.Delete(
        one, new Removal(one.kind(), one.id().orElse(""), one.label(), place, form));
  }

  private static Difference difference(Resource one) {
    var field = field(one);
    return new Difference(field, one.fields().get(field.name()), Value.none());
  }

  private static Field field(Resource one) {
    return one.kind().form() instanceof Kind.Form.Roster roster
        ? one.kind().field(roster.email()).orElseThrow()
        : one.kind().fields().getFirst();
  }
}
