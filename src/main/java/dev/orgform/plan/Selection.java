package dev.orgform.plan;

import dev.orgform.model.Address;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which changes are wanted, as Terraform's {@code -target} and {@code -exclude} say it.
 *
 * @param targets these and what they rest on; everything where there are none
 * @param excluded neither these nor what rests on them
 */
public record Selection(SortedSet<Address> targets, SortedSet<Address> excluded) {
  public static final Selection ALL = new Selection(new TreeSet<>(), new TreeSet<>());

  public Selection {
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    excluded = Collections.unmodifiableSortedSet(new TreeSet<>(excluded));
  }

  public boolean isPartial() {
    return !targets.isEmpty() || !excluded.isEmpty();
  }

  /**
   * The selected ones among the changes at these addresses.
   *
   * @param before the changes that each rests on
   */
  SortedSet<Address> of(
      Collection<Address> changes, Function<Address, ? extends Set<Address>> before) {
    var wanted = targets.isEmpty() ? new TreeSet<>(changes) : closure(changes, before);
    boolean shrunk = wanted.removeAll(excluded);
    while (shrunk) {
      shrunk = wanted.removeIf(address -> !wanted.containsAll(before.apply(address)));
    }
    return wanted;
  }

  private NavigableSet<Address> closure(
      Collection<Address> changes, Function<Address, ? extends Set<Address>> before) {
    var wanted = new TreeSet<Address>();
    var open =
        new ArrayDeque<Address>(changes.stream().filter(one -> targets.contains(one)).toList());
    while (!open.isEmpty()) {
      var next = open.remove();
      if (wanted.add(next)) {
        open.addAll(before.apply(next));
      }
    }
    return wanted;
  }

  /** Whether something said about an address concerns those who selected. */
  boolean concerns(Address address) {
    return !excluded.contains(address) && (targets.isEmpty() || targets.contains(address));
  }
}
