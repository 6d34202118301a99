package dev.orgform.live;

import dev.orgform.model.Address;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Declarations that want each other's former names, in a circle of two or more. Whether such names
 * have changed places already or shall do so now looks the same.
 */
final class Exchange {
  private Exchange() {}

  /**
   * Those that stand in a circle, or between two.
   *
   * @param wants per declaration, the others whose present names it had before
   */
  static SortedSet<Address> of(Map<Address, Set<Address>> wants) {
    var left = new TreeMap<Address, Set<Address>>();
    wants.forEach((one, others) -> left.put(one, new TreeSet<>(others)));
    while (trim(left)) {
      // Whoever wants from nobody that is left, or from whom nobody wants, is in no circle.
    }
    return new TreeSet<>(left.keySet());
  }

  private static boolean trim(Map<Address, Set<Address>> left) {
    var wanted = new TreeSet<Address>();
    left.values()
        .forEach(
            others -> {
              others.retainAll(left.keySet());
              wanted.addAll(others);
            });
    return left.entrySet()
        .removeIf(one -> one.getValue().isEmpty() || !wanted.contains(one.getKey()));
  }
}
