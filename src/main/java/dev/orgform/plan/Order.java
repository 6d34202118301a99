package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which step comes after which.
 *
 * <p>A thing that shall be rests on the things it refers to: an organization on its parent, a
 * profile on its organization. A thing that shall cease to be must wait for everything that refers
 * to it; somebody whom a list leaves out, for those whom it adds; and whoever goes because an
 * organization does, for the organizations in it. The first two look through what does not change:
 * when a grandparent has a step and the parent has none, the grandchild still waits for the
 * grandparent. Among steps that are ready together, one-way doors come last, then kinds by rank,
 * then addresses; so the order never depends on how anything was listed.
 */
final class Order {
  private static final Comparator<Step> AMONG_READY =
      Comparator.comparing(Step::oneWay)
          .thenComparingInt(step -> step.change().kind().rank())
          .thenComparing(Step::address);

  private static final SortedSet<Address> NOWHERE =
      Collections.unmodifiableSortedSet(new TreeSet<>());

  private final SortedMap<Address, Change> changes = new TreeMap<>();
  private final Map<Address, SortedSet<Address>> wantedRefs = new TreeMap<>();
  private final Map<Address, SortedSet<Address>> referrers = new TreeMap<>();
  private final Map<String, SortedSet<Address>> additions = new TreeMap<>();

  Order(Iterable<Change> changes, Iterable<Resource> wanted, Iterable<Resource> live) {
    for (var change : changes) {
      this.changes.put(change.address(), change);
      if (change instanceof Change.Create create) {
        additions
            .computeIfAbsent(company(create.wanted()), company -> new TreeSet<>())
            .add(create.address());
      }
    }
    for (var resource : wanted) {
      wantedRefs.put(resource.address(), resource.fields().refs());
    }
    for (var resource : live) {
      for (var ref : resource.fields().refs()) {
        referrers.computeIfAbsent(ref, a -> new TreeSet<>()).add(resource.address());
      }
    }
  }

  /** The addresses of the steps that must be finished before the one at this address. */
  SortedSet<Address> before(Address address) {
    return switch (changeAt(address)) {
      case Change.Create create -> nearestChanges(address, wantedRefs);
      case Change.Update update -> nearestChanges(address, wantedRefs);
      case Change.Delete delete ->
          switch (delete.removal().form()) {
            case SENTENCE, ABSENCE -> nearestChanges(address, referrers);
            case LIST -> additions.getOrDefault(company(delete.live()), NOWHERE);
            case DRAIN -> organizationsBeside(delete.live());
          };
    };
  }

  /** What those have in common that are of one kind and in one place. */
  private static String company(Resource resource) {
    return resource.kind().name() + resource.fields().refs();
  }

  private SortedSet<Address> organizationsBeside(Resource drained) {
    var beside = new TreeSet<Address>();
    for (var owner : drained.fields().refs()) {
      for (var other : referrers.getOrDefault(owner, NOWHERE)) {
        if (changes.get(other) instanceof Change.Delete delete
            && delete.kind().form() instanceof Kind.Form.Branch) {
          beside.add(other);
        }
      }
    }
    return beside;
  }

  private Change changeAt(Address address) {
    var change = changes.get(address);
    if (change == null) {
      throw new IllegalArgumentException("nothing changes at " + address);
    }
    return change;
  }

  private SortedSet<Address> nearestChanges(Address from, Map<Address, SortedSet<Address>> edges) {
    var nearest = new TreeSet<Address>();
    var visited = new TreeSet<Address>();
    var open = new ArrayDeque<Address>(edges.getOrDefault(from, NOWHERE));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (changes.containsKey(next)) {
        nearest.add(next);
      } else if (visited.add(next)) {
        open.addAll(edges.getOrDefault(next, NOWHERE));
      }
    }
    return nearest;
  }

  /** The steps so that each comes after all that it rests on. */
  static List<Step> sorted(List<Step> steps) {
    var waiting = new TreeMap<Address, Step>();
    steps.forEach(step -> waiting.put(step.address(), step));
    var open = new TreeMap<Address, Integer>();
    var dependants = new TreeMap<Address, List<Step>>();
    var ready = new PriorityQueue<>(AMONG_READY);
    for (var step : steps) {
      open.put(step.address(), step.after().size());
      step.after()
          .forEach(a -> dependants.computeIfAbsent(a, address -> new ArrayList<>()).add(step));
      if (step.after().isEmpty()) {
        ready.add(step);
      }
    }
    var sorted = new ArrayList<Step>(steps.size());
    while (!ready.isEmpty()) {
      var step = ready.remove();
      sorted.add(step);
      for (var dependant : dependants.getOrDefault(step.address(), List.of())) {
        if (open.merge(dependant.address(), -1, Integer::sum) == 0) {
          ready.add(dependant);
        }
      }
    }
    if (sorted.size() != steps.size()) {
      throw new IllegalStateException("steps wait for each other in a circle");
    }
    return List.copyOf(sorted);
  }
}
