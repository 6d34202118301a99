package dev.orgform.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What shall be: what the YAML says, or how it was before a run that is rolled back.
 *
 * @param resources what shall be
 * @param formerNames per address, the names it once had, so that a rename is a rename
 * @param removals what shall cease to be
 * @param places per address, where its fields are said; a field that stands only in {@code
 *     defaults} has its place there
 * @param rolls which organizations say who or what is in them, in order
 * @param before where no file says any of it, before what all of it was so, such as {@code run 2}
 */
public record Desired(
    Resources resources,
    Map<Address, List<String>> formerNames,
    List<Removal> removals,
    Map<Address, SortedMap<String, Place>> places,
    List<Roll> rolls,
    Optional<String> before) {
  public Desired {
    formerNames = Collections.unmodifiableSortedMap(new TreeMap<>(formerNames));
    removals = List.copyOf(removals);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    rolls = rolls.stream().sorted().toList();
  }

  /** What is wanted, where nobody needs to know which line says so. */
  public Desired(
      Resources resources, Map<Address, List<String>> formerNames, List<Removal> removals) {
    this(resources, formerNames, removals, List.of());
  }

  /** The same, where some organizations say who or what is in them. */
  public Desired(
      Resources resources,
      Map<Address, List<String>> formerNames,
      List<Removal> removals,
      List<Roll> rolls) {
    this(resources, formerNames, removals, Map.of(), rolls);
  }

  /** The same, where it is known which line says what. */
  public Desired(
      Resources resources,
      Map<Address, List<String>> formerNames,
      List<Removal> removals,
      Map<Address, SortedMap<String, Place>> places,
      List<Roll> rolls) {
    this(resources, formerNames, removals, places, rolls, Optional.empty());
  }

  /** The same, known to have been so before something, and asked for by no file. */
  public Desired before(String run) {
    return new Desired(resources, formerNames, removals, places, rolls, Optional.of(run));
  }

  /** The list of an organization that something of a kind would be on. */
  public Optional<Roll> roll(Kind kind, Address owner) {
    return rolls.stream().filter(roll -> roll.isOf(kind, owner)).findFirst();
  }

  /** Where a field is said, else where its resource is declared. */
  public Optional<Place> place(Address address, String field) {
    return Optional.ofNullable(places.get(address))
        .map(fields -> fields.get(field))
        .or(() -> resources.get(address).flatMap(Resource::place));
  }
}
