package dev.orgform.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Addresses and fields whose drift is nobody's business.
 *
 * @param kind a kind's name; empty for every kind
 * @param keys the keys it covers, those of a subtree written out; empty for every key
 * @param fields the fields it covers; none for every field
 * @param reason why, for those who read the file
 * @param place where it is said
 */
public record Ignored(
    Optional<String> kind,
    Optional<SortedSet<String>> keys,
    List<String> fields,
    Optional<String> reason,
    Place place) {
  public Ignored {
    keys = keys.map(some -> Collections.unmodifiableSortedSet(new TreeSet<>(some)));
    fields = List.copyOf(fields);
  }

  boolean covers(Address address, String field) {
    return kind.map(address.kind()::equals).orElse(true)
        && keys.map(some -> some.contains(organization(address))).orElse(true)
        && (fields.isEmpty() || fields.contains(field));
  }

  /** Whoever is on an organization's list goes by the organization's key. */
  private static String organization(Address address) {
    int person = address.key().indexOf('/');
    return person < 0 ? address.key() : address.key().substring(0, person);
  }
}
