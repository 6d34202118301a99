package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Counts who gains and who loses the accounts that a plan moves: members of an organization are
 * super administrators of all accounts in it and below it.
 */
final class Transfers {
  private final Ancestry ancestry = new Ancestry();
  private final Map<Address, SortedSet<String>> now = new TreeMap<>();
  private final Map<Address, SortedSet<String>> then = new TreeMap<>();
  private final Set<Address> created = new TreeSet<>();
  private final Set<Address> known;

  private Transfers(Plan plan) {
    var live = plan.live();
    known = live.learned().people().keySet();
    live.learned()
        .people()
        .forEach(
            (organization, all) -> {
              people(now, organization).addAll(all);
              people(then, organization).addAll(all);
            });
    live.everything()
        .forEach(
            one -> {
              learn(one, now);
              learn(one, then);
            });
    for (var step : plan.steps()) {
      switch (step.change()) {
        case Change.Create create -> {
          learn(create.wanted(), then);
          created.add(create.address());
          if (create.deed().reach() == Deed.Reach.CREATOR_BECOMES) {
            live.self().ifPresent(self -> people(then, create.address()).add(Roll.person(self)));
          }
        }
        case Change.Delete delete -> forget(delete.live());
        case Change.Update update -> {}
      }
    }
  }

  /** In the order of the steps. */
  static List<Transfer> of(Plan plan) {
    var moves = moves(plan);
    return moves.isEmpty() ? List.of() : new Transfers(plan).all(moves);
  }

  /** Whose people decide who gains and who loses an account; those that there are. */
  static SortedSet<Address> crossed(Plan plan) {
    var crossed = new TreeSet<Address>();
    var moves = moves(plan);
    if (!moves.isEmpty()) {
      var transfers = new Transfers(plan);
      for (var one : transfers.all(moves)) {
        one.from().map(transfers.ancestry::of).ifPresent(crossed::addAll);
        crossed.addAll(transfers.ancestry.of(one.to()));
      }
      crossed.removeAll(transfers.created);
    }
    return crossed;
  }

  private static List<Change> moves(Plan plan) {
    return plan.steps().stream()
        .map(Step::change)
        .filter(change -> change.deed().reach() == Deed.Reach.ACCOUNT_MOVES)
        .toList();
  }

  private List<Transfer> all(List<Change> moves) {
    return moves.stream().flatMap(change -> of(change).stream()).toList();
  }

  private Optional<Transfer> of(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(transfer(create.wanted(), Optional.empty()));
      case Change.Update update -> Optional.of(transfer(update.wanted(), place(update.live())));
      case Change.Delete delete -> Optional.empty();
    };
  }

  private Transfer transfer(Resource wanted, Optional<Address> from) {
    var to = place(wanted).orElseThrow();
    var before = from.map(ancestry::of).map(List::copyOf).orElse(List.of());
    var after = List.copyOf(ancestry.of(to));
    var mayNow = all(before, now);
    var mayThen = all(after, then);
    boolean whole =
        Stream.concat(before.stream(), after.stream())
            .allMatch(one -> known.contains(one) || created.contains(one));
    return new Transfer(
        wanted.address(),
        wanted.label(),
        from,
        to,
        without(mayThen, mayNow),
        without(mayNow, mayThen),
        whole);
  }

  private static Optional<Address> place(Resource account) {
    return account.fields().refs().stream().findFirst();
  }

  private static int without(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(one -> !others.contains(one)).count();
  }

  private static SortedSet<String> all(
      List<Address> lineage, Map<Address, SortedSet<String>> when) {
    var all = new TreeSet<String>();
    lineage.forEach(one -> all.addAll(people(when, one)));
    return all;
  }

  private void learn(Resource one, Map<Address, SortedSet<String>> when) {
    switch (one.kind().form()) {
      case Kind.Form.Branch branch -> ancestry.learn(one);
      case Kind.Form.Roster roster ->
          one.fields().refs().forEach(owner -> people(when, owner).add(Roll.person(one.label())));
      case Kind.Form.Block block -> {}
      case Kind.Form.Labelled labelled -> {}
    }
  }

  private void forget(Resource one) {
    if (one.kind().form() instanceof Kind.Form.Roster) {
      one.fields().refs().forEach(owner -> people(then, owner).remove(Roll.person(one.label())));
    }
  }

  private static SortedSet<String> people(
      Map<Address, SortedSet<String>> when, Address organization) {
    return when.computeIfAbsent(organization, o -> new TreeSet<>());
  }
}
