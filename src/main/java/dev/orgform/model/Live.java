package dev.orgform.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the API says now, read whole; a partial reading never becomes one of these.
 *
 * @param resources what was matched to an address of the configuration
 * @param undeclared what no configuration names, at {@link Address#undeclared} addresses
 * @param former per address of the base, the address at which the object it meant stands here;
 *     empty where there is no base
 * @param requests how many requests the reading took
 */
public record Live(
    Resources resources, Resources undeclared, SortedMap<Address, Address> former, int requests) {
  public Live {
    former = Collections.unmodifiableSortedMap(new TreeMap<>(former));
  }

  /** A reading that was compared with no base. */
  public Live(Resources resources, Resources undeclared, int requests) {
    this(resources, undeclared, new TreeMap<>(), requests);
  }
}
