package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Gathers the grounds of a plan: from the declarations of its steps to what those refer to, to what
 * the base said of them, and to whoever bears a name that a step wants to give.
 */
final class Gathering {
  private final Desired desired;
  private final Terms terms;
  private final Plan plan;
  private final Live live;
  private final SortedSet<Address> head = new TreeSet<>();
  private final SortedSet<Address> before = new TreeSet<>();
  private final SortedMap<String, Removal> removals = new TreeMap<>();
  private final Map<Address, List<Resource>> baseByNow = new TreeMap<>();
  private final Map<String, List<Resource>> formerByName = new TreeMap<>();
  private final Namesakes namesakes;

  /** Lists that leave somebody out, as the address of nobody on them. */
  private final SortedSet<Address> shrinking = new TreeSet<>();

  private final Deque<Address> open = new ArrayDeque<>();
  private final Deque<Resource> openBefore = new ArrayDeque<>();

  Gathering(Desired desired, Terms terms, Plan plan) {
    this.desired = desired;
    this.terms = terms;
    this.plan = plan;
    this.live = plan.live();
    this.namesakes = new Namesakes(live);
    for (var one : baseResources().all()) {
      baseByNow.computeIfAbsent(now(one), a -> new ArrayList<>()).add(one);
      formerly(one.address()).stream()
          .flatMap(Gathering::name)
          .map(Value::letters)
          .forEach(name -> formerByName.computeIfAbsent(name, n -> new ArrayList<>()).add(one));
    }
  }

  Grounds grounds() {
    plan.steps().forEach(step -> begin(step.change()));
    while (!open.isEmpty() || !openBefore.isEmpty()) {
      if (open.isEmpty()) {
        followBefore(openBefore.remove());
      } else {
        follow(open.remove());
      }
    }
    return new Grounds(head(), terms.base().map(this::before), terms());
  }

  private void begin(Change change) {
    switch (change) {
      case Change.Create create -> open.add(create.address());
      case Change.Update update -> {
        open.add(update.address());
        open.addAll(update.live().fields().refs());
      }
      case Change.Delete delete -> {
        open.addAll(delete.live().fields().refs());
        switch (delete.removal().form()) {
          case SENTENCE -> removals.put(delete.removal().id(), delete.removal());
          case ABSENCE -> openBefore.addAll(baseByNow.getOrDefault(delete.address(), List.of()));
          case LIST -> whole(delete.live());
          // The organization goes too, and with it this.
          case DRAIN -> {}
        }
      }
    }
  }

  /** Whoever is left out by a list is so by all of it, and by what it was before. */
  private void whole(Resource leftOut) {
    for (var owner : leftOut.fields().refs()) {
      if (shrinking.add(Roll.address(leftOut.kind(), owner, ""))) {
        desired.resources().of(leftOut.kind()).stream()
            .filter(one -> one.fields().refs().contains(owner))
            .forEach(one -> open.add(one.address()));
        baseResources().of(leftOut.kind()).stream()
            .filter(one -> one.fields().refs().stream().anyMatch(was -> now(was).equals(owner)))
            .forEach(openBefore::add);
      }
    }
  }

  /** The lists that steps come from; whole where somebody is left out by one. */
  private List<Roll> rolls(Desired from, SortedSet<Address> addresses) {
    return from.rolls().stream()
        .map(
            roll ->
                new Roll(
                    roll.kind(),
                    roll.owner(),
                    shrinking.contains(Roll.address(roll.kind(), now(roll.owner()), "")),
                    roll.place().map(Gathering::bare)))
        .filter(roll -> roll.whole() || isUsed(roll, from, addresses))
        .toList();
  }

  private static boolean isUsed(Roll roll, Desired from, SortedSet<Address> addresses) {
    return addresses.stream()
        .filter(address -> address.kind().equals(roll.kind().name()))
        .flatMap(address -> from.resources().get(address).stream())
        .anyMatch(one -> one.fields().refs().contains(roll.owner()));
  }

  private void follow(Address address) {
    var declared = desired.resources().get(address);
    if (declared.isEmpty() || !head.add(address)) {
      return;
    }
    open.addAll(declared.get().fields().refs());
    openBefore.addAll(baseByNow.getOrDefault(address, List.of()));
    if (live.resources().get(address).isEmpty()) {
      open.addAll(namesakes.of(declared.get(), desired.formerNames()));
    }
  }

  private void followBefore(Resource was) {
    if (!before.add(was.address())) {
      return;
    }
    open.add(was.address());
    open.add(now(was));
    was.fields().refs().forEach(ref -> baseResources().get(ref).ifPresent(openBefore::add));
    if (!live.former().containsKey(was.address())) {
      formerNamesakes(was).forEach(openBefore::add);
    }
  }

  /** What the base meant by others and what bears a name that would make it this one. */
  private Stream<Resource> formerNamesakes(Resource was) {
    var formerNames =
        terms
            .base()
            .map(Desired::formerNames)
            .orElse(Map.of())
            .getOrDefault(was.address(), List.of());
    return Stream.concat(name(was), formerNames.stream())
        .flatMap(name -> formerByName.getOrDefault(Value.letters(name), List.of()).stream());
  }

  private Optional<Resource> formerly(Address was) {
    return Optional.ofNullable(live.former().get(was))
        .flatMap(now -> live.resources().get(now).or(() -> live.undeclared().get(now)));
  }

  private static Stream<String> name(Resource one) {
    return one.fields().get("name") instanceof Value.Text name
        ? Stream.of(name.text())
        : Stream.empty();
  }

  private Excerpt head() {
    var ids = new TreeMap<Address, String>();
    head.forEach(
        one -> live.resources().get(one).flatMap(Resource::id).ifPresent(id -> ids.put(one, id)));
    return excerpt(desired, head, removals.values().stream().map(Gathering::bare).toList(), ids);
  }

  private Excerpt before(Desired base) {
    var ids = new TreeMap<Address, String>();
    for (var one : before) {
      formerly(one).flatMap(Resource::id).ifPresent(id -> ids.put(one, id));
    }
    return excerpt(base, before, List.of(), ids);
  }

  private Terms terms() {
    var fields = new TreeMap<Address, List<String>>();
    head.forEach(
        one ->
            desired
                .resources()
                .get(one)
                .ifPresent(
                    declared ->
                        fields.put(
                            one, declared.kind().fields().stream().map(Field::name).toList())));
    var touched = new TreeSet<Address>();
    plan.steps().forEach(step -> touched.add(step.address()));
    // What no step touches is here to be referred to; what becomes of it makes no other plan.
    BiPredicate<Address, String> ignored =
        (address, field) -> !touched.contains(address) || terms.ignored().test(address, field);
    var unfinished = new TreeSet<>(terms.unfinished());
    unfinished.retainAll(head);
    return new Terms(
        Optional.empty(),
        terms.converge(),
        terms.selection(),
        Ignored.of(ignored, fields),
        unfinished,
        terms.confirmed(),
        terms.acceptedOneWay());
  }

  private Excerpt excerpt(
      Desired from,
      SortedSet<Address> addresses,
      List<Removal> removals,
      SortedMap<Address, String> ids) {
    var resources = new ArrayList<Resource>();
    var formerNames = new TreeMap<Address, List<String>>();
    for (var address : addresses) {
      from.resources().get(address).map(Gathering::bare).ifPresent(resources::add);
      Optional.ofNullable(from.formerNames().get(address))
          .ifPresent(names -> formerNames.put(address, names));
    }
    return new Excerpt(
        new Desired(Resources.of(resources), formerNames, removals, rolls(from, addresses)), ids);
  }

  private Resources baseResources() {
    return terms.base().map(Desired::resources).orElse(Resources.NONE);
  }

  /** Where what the base declared stands in head. */
  private Address now(Resource was) {
    return switch (was.kind().form()) {
      case Kind.Form.Branch branch -> now(was.address());
      case Kind.Form.Owned form ->
          was.fields().get(form.owner()) instanceof Value.Ref owner
              ? Base.now(was, form, now(owner.to()))
              : was.address();
    };
  }

  private Address now(Address was) {
    return live.former().getOrDefault(was, was);
  }

  private static Resource bare(Resource one) {
    return new Resource(
        one.address(), one.kind(), one.id(), one.fields(), one.place().map(Gathering::bare));
  }

  private static Removal bare(Removal one) {
    return new Removal(one.kind(), one.id(), one.name(), bare(one.place()), one.form());
  }

  /** Without the line itself, which may say more than the steps need. */
  private static Place bare(Place place) {
    return place.line() == 0
        ? Place.of(place.file())
        : new Place(place.file(), place.line(), place.column(), 1, "");
  }
}
