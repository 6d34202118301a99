package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who becomes or ceases to be super administrator of what by a plan, and who of those who stay
 * beside them has no two-factor authentication.
 */
final class People {
  private final Live live;
  private final Map<Address, String> names = new TreeMap<>();
  private final Ancestry ancestry = new Ancestry();
  private final Set<Address> created = new HashSet<>();
  private final Map<Address, Address> moves = new TreeMap<>();
  private final Map<String, Boolean> secured = new HashMap<>();
  private final List<Person> people = new ArrayList<>();

  private People(Plan plan) {
    this.live = plan.live();
    live.everything().forEach(this::learn);
    plan.steps().forEach(step -> wanted(step.change()).ifPresent(this::move));
    for (var step : plan.steps()) {
      if (step.change() instanceof Change.Create create) {
        created.add(create.address());
        learn(create.wanted());
      }
    }
  }

  /** In the order of the steps, then whoever stays. */
  static List<Person> of(Plan plan) {
    var people = new People(plan);
    var touched = new HashSet<Address>();
    for (var step : plan.steps()) {
      var reach = step.change().deed().reach();
      if (reach == Deed.Reach.PERSON_BECOMES || reach == Deed.Reach.PERSON_CEASES) {
        people.turned(step.change(), touched);
      }
    }
    var leaving = new HashSet<Address>();
    plan.steps().forEach(step -> leaving.add(step.address()));
    people.staying(touched, leaving);
    return List.copyOf(people.people);
  }

  private static Optional<Resource> wanted(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Update update -> Optional.of(update.wanted());
      case Change.Delete delete -> Optional.empty();
    };
  }

  private void move(Resource wanted) {
    if (wanted.kind().form() instanceof Kind.Form.Labelled) {
      wanted.fields().refs().forEach(owner -> moves.put(wanted.address(), owner));
    }
  }

  private void learn(Resource one) {
    switch (one.kind().form()) {
      case Kind.Form.Branch branch -> {
        names.putIfAbsent(one.address(), one.label());
        ancestry.learn(one);
      }
      case Kind.Form.Roster roster -> {
        if (one.fields().get(Kind.TWO_FACTOR) instanceof Value.Flag flag) {
          secured.put(Roll.person(one.label()), flag.on());
        }
      }
      case Kind.Form.Labelled labelled -> {}
      case Kind.Form.Block block -> {}
    }
  }

  private void turned(Change change, Collection<Address> touched) {
    switch (change) {
      case Change.Create create -> {
        add(create.wanted(), Person.Turn.BECOMES);
        touched.addAll(create.wanted().fields().refs());
      }
      case Change.Delete delete -> {
        add(delete.live(), Person.Turn.CEASES);
        touched.addAll(delete.live().fields().refs());
      }
      case Change.Update update -> {}
    }
  }

  /** Only of those who are declared: whoever is not is nobody's to write down. */
  private void staying(Set<Address> touched, Set<Address> leaving) {
    live.resources().all().stream()
        .filter(one -> one.kind().form() instanceof Kind.Form.Roster)
        .filter(one -> one.fields().refs().stream().anyMatch(touched::contains))
        .filter(one -> !leaving.contains(one.address()))
        .filter(one -> Boolean.FALSE.equals(secured.get(Roll.person(one.label()))))
        .forEach(one -> add(one, Person.Turn.STAYS));
  }

  private void add(Resource one, Person.Turn turn) {
    for (var organization : one.fields().refs()) {
      people.add(
          new Person(
              one.label(),
              organization,
              names.getOrDefault(organization, ""),
              turn,
              Optional.ofNullable(secured.get(Roll.person(one.label()))),
              accounts(organization, turn)));
    }
  }

  /** Nobody counts what is in an organization that there is not yet: only what the plan moves. */
  private OptionalInt accounts(Address organization, Person.Turn turn) {
    var held = live.learned().accounts().get(organization);
    if (held == null && !created.contains(organization)) {
      return OptionalInt.empty();
    }
    var accounts = new TreeSet<Address>(held == null ? Set.of() : held);
    if (turn != Person.Turn.CEASES) {
      moves.forEach(
          (account, owner) -> {
            accounts.remove(account);
            if (ancestry.of(owner).contains(organization)) {
              accounts.add(account);
            }
          });
    }
    return OptionalInt.of(accounts.size());
  }
}
