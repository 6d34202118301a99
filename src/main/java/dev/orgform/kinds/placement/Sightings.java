package dev.orgform.kinds.placement;

import static dev.orgform.kinds.placement.PlacementKind.ORGANIZATION;

import dev.orgform.live.Wanted;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the lists of some organizations say about accounts, whichever way the server means them:
 * accounts directly there, as the newest documents say, or in anything below as well.
 *
 * <p>An account that several lists have is in the lowest of them. One that only a list has below
 * which there are organizations that were not asked may be in one of these, unless some other list
 * proves that this server means what the documents say.
 */
final class Sightings {
  private final Map<Address, Address> parents = new HashMap<>();
  private final SortedMap<Address, List<Resource>> byAccount = new TreeMap<>();
  private final SortedSet<Address> deep = new TreeSet<>();
  private final boolean direct;

  /**
   * Of lists that were read whole.
   *
   * @param seen each account as often as a list has it, with the owner of that list
   */
  Sightings(Wanted wanted, Collection<Resource> seen) {
    for (var organization : wanted.tree().all()) {
      organization.fields().refs().forEach(above -> parents.put(organization.address(), above));
    }
    var listed = wanted.listed().keySet();
    for (var organization : wanted.tree().byAddress().keySet()) {
      if (!listed.contains(organization)) {
        deep.addAll(above(organization));
      }
    }
    seen.forEach(one -> byAccount.computeIfAbsent(one.address(), a -> new ArrayList<>()).add(one));
    this.direct = byAccount.values().stream().anyMatch(some -> skips(some, listed));
  }

  private List<Address> above(Address organization) {
    var above = new ArrayList<Address>();
    for (var at = parents.get(organization); at != null; at = parents.get(at)) {
      above.add(at);
    }
    return above;
  }

  /** Whether an account is on a list and not on one of an organization above. */
  private boolean skips(List<Resource> account, Collection<Address> listed) {
    var owners = account.stream().map(Sightings::owner).toList();
    return owners.stream()
        .flatMap(owner -> above(owner).stream())
        .anyMatch(higher -> listed.contains(higher) && !owners.contains(higher));
  }

  /** The accounts that any list has. */
  SortedSet<Address> accounts() {
    return new TreeSet<>(byAccount.keySet());
  }

  /**
   * Where an account is seen; empty where it is not, or in two places of which neither is lower.
   */
  Optional<Resource> lowest(Address account) {
    var seen = byAccount.getOrDefault(account, List.of());
    var owners = seen.stream().map(Sightings::owner).toList();
    return seen.stream()
        .filter(one -> above(owner(one)).containsAll(others(owners, owner(one))))
        .findFirst();
  }

  private static List<Address> others(List<Address> owners, Address own) {
    return owners.stream().filter(owner -> !owner.equals(own)).toList();
  }

  /** Whether an account is certainly where it is seen, and not below. */
  boolean isCertain(Resource lowest) {
    return direct || !deep.contains(owner(lowest));
  }

  private static Address owner(Resource account) {
    return account.fields().get(ORGANIZATION) instanceof Value.Ref ref
        ? ref.to()
        : account.address();
  }
}
