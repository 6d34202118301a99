package dev.orgform.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the guard file says: what no plan may do, and whose drift is nobody's business.
 *
 * @param place where the file begins; nowhere where there is none
 * @param protections what is never deleted
 * @param limits how much one run may do, by what is counted; what is not here is not limited
 * @param admins who must stay
 * @param ignored what is left alone
 * @param rules what every plan must meet, in the order of the file
 */
public record Policy(
    Optional<Place> place,
    List<Protection> protections,
    SortedMap<Limited, Limit> limits,
    Admins admins,
    List<Ignored> ignored,
    List<Rule> rules) {

  /** Where there is no guard file. */
  public static final Policy NONE =
      new Policy(
          Optional.empty(), List.of(), new TreeMap<>(), Admins.DEFAULT, List.of(), List.of());

  public Policy {
    protections = List.copyOf(protections);
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    ignored = List.copyOf(ignored);
    rules = List.copyOf(rules);
  }

  /**
   * A live object that is never deleted.
   *
   * @param name what it is called, for those who read the file; nothing is compared with it
   */
  public record Protection(String id, Optional<String> name, Place place) {}

  /** Whether a difference in this field is nobody's business. */
  public boolean ignores(Address address, String field) {
    return ignored.stream().anyMatch(some -> some.covers(address, field));
  }

  /** The statement that keeps an object from being deleted. */
  public Optional<Protection> protection(String id) {
    return protections.stream().filter(some -> some.id().equals(id)).findFirst();
  }
}
