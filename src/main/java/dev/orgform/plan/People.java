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
import java.util.Set;
import java.util.TreeMap;

/**
 * Who becomes or ceases to be super administrator of what by a plan, and who of those who stay
 * beside them has no two-factor authentication.
 */
final class People {
  private final Live live;
  private final Map<Address, String> names = new TreeMap<>();
  private final Map<Address, List<Address>> below = new TreeMap<>();
  private final Map<Address, Integer> accounts = new TreeMap<>();
  private final Map<String, Boolean> secured = new HashMap<>();
  private final List<Person> people = new ArrayList<>();

  private People(Plan plan) {
    this.live = plan.live();
    live.everything().forEach(this::learn);
    for (var step : plan.steps()) {
      if (step.change() instanceof Change.Create create) {
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

  private void learn(Resource one) {
    switch (one.kind().form()) {
      case Kind.Form.Branch branch -> {
        names.putIfAbsent(one.address(), one.label());
        one.fields().refs().forEach(parent -> held(parent).add(one.address()));
      }
      case Kind.Form.Roster roster -> {
        if (one.fields().get(Kind.TWO_FACTOR) instanceof Value.Flag flag) {
          secured.put(Roll.person(one.label()), flag.on());
        }
      }
      case Kind.Form.Labelled labelled ->
          one.fields().refs().forEach(owner -> accounts.merge(owner, 1, Integer::sum));
      case Kind.Form.Block block -> {}
    }
  }

  private List<Address> held(Address parent) {
    return below.computeIfAbsent(parent, p -> new ArrayList<>());
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
              accounts(organization)));
    }
  }

  private int accounts(Address organization) {
    if (accounts.isEmpty()) {
      return 0;
    }
    int all = 0;
    var seen = new HashSet<Address>(Set.of(organization));
    var open = new ArrayList<Address>(List.of(organization));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      all += accounts.getOrDefault(next, 0);
      below.getOrDefault(next, List.of()).stream().filter(seen::add).forEach(open::add);
    }
    return all;
  }
}
