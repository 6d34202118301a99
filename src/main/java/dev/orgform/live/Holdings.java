package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which accounts organizations hold, those of all organizations below included: what whoever is a
 * member there is super administrator of.
 */
final class Holdings {
  private final Map<Address, List<Address>> below;
  private final Map<Address, Set<Address>> accounts;

  Holdings(Live live) {
    this.below = owned(live, Kind.Form.Branch.class);
    this.accounts =
        owned(live, Kind.Form.Labelled.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> new TreeSet<>(one.getValue())));
  }

  private static Map<Address, List<Address>> owned(Live live, Class<? extends Kind.Form> form) {
    return live.everything()
        .filter(one -> form.isInstance(one.kind().form()))
        .flatMap(one -> one.fields().refs().stream().map(owner -> Map.entry(owner, one.address())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** An organization and all below it. */
  SortedSet<Address> within(Address organization) {
    var within = new TreeSet<Address>();
    var open = new ArrayDeque<Address>(List.of(organization));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (within.add(next)) {
        open.addAll(below.getOrDefault(next, List.of()));
      }
    }
    return within;
  }

  /**
   * What those hold of whose whole tree it is known.
   *
   * @param listed the organizations whose accounts were read, with what their lists have
   */
  SortedMap<Address, SortedSet<Address>> of(
      Collection<Address> organizations, Map<Address, Set<Address>> listed) {
    var held = new TreeMap<Address, SortedSet<Address>>();
    for (var organization : organizations) {
      var within = within(organization);
      if (listed.keySet().containsAll(within)) {
        var all = new TreeSet<Address>();
        for (var one : within) {
          all.addAll(listed.get(one));
          all.addAll(accounts.getOrDefault(one, Set.of()));
        }
        held.put(organization, all);
      }
    }
    return held;
  }
}
