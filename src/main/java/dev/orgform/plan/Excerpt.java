package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of a configuration that some steps come from or rest on.
 *
 * @param declared as the configuration says it, without the lines that are shown to people
 * @param ids per address, the live object that was meant
 */
public record Excerpt(Desired declared, SortedMap<Address, String> ids) {
  public Excerpt {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }

  /** Whether a whole configuration says all of this, wherever in its files. */
  public boolean isPartOf(Desired whole) {
    return declared.resources().all().stream()
            .allMatch(
                one ->
                    whole
                        .resources()
                        .get(one.address())
                        .filter(same -> same.id().equals(one.id()))
                        .filter(same -> same.fields().equals(one.fields()))
                        .filter(same -> formerNames(whole, one).equals(formerNames(declared, one)))
                        .isPresent())
        && declared.rolls().stream().allMatch(roll -> isPartOf(roll, whole))
        && declared.removals().stream()
            .allMatch(
                one ->
                    whole.removals().stream()
                        .anyMatch(
                            same -> same.id().equals(one.id()) && same.name().equals(one.name())));
  }

  /** A list that leaves somebody out must name nobody else than it did. */
  private boolean isPartOf(Roll roll, Desired whole) {
    return whole.roll(roll.kind(), roll.owner()).isPresent()
        && (!roll.whole()
            || whole.resources().of(roll.kind()).stream()
                .filter(one -> one.fields().refs().contains(roll.owner()))
                .allMatch(one -> declared.resources().get(one.address()).isPresent()));
  }

  private static List<String> formerNames(Desired desired, Resource one) {
    return desired.formerNames().getOrDefault(one.address(), List.of());
  }

  /** The same, each declaration pinned to what it was found to mean. */
  Desired pinned() {
    List<Resource> pinned =
        declared.resources().all().stream()
            .map(
                one ->
                    new Resource(
                        one.address(),
                        one.kind(),
                        Optional.ofNullable(ids.get(one.address())).or(one::id),
                        one.fields(),
                        one.place()))
            .toList();
    return new Desired(
        Resources.of(pinned), declared.formerNames(), declared.removals(), declared.rolls());
  }
}
