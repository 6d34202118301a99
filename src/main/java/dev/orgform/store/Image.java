package dev.orgform.store;

import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as it was before a step changed it, so that a rollback knows what to go back to, and
 * as the step meant to leave it, so that drift knows what nobody touched since.
 *
 * @param step the address of the step
 * @param verb what the step is: {@code create}, {@code update} or {@code delete}
 * @param organization the id of the organization that it is, or that it belongs to; empty where
 *     that is yet to be made
 * @param before the fields that the step changes, as they were; all of them for a deletion, none
 *     for a creation
 * @param after the same fields as the step sets them; none for a deletion, and none in what
 *     versions of orgform wrote that did not note it
 */
public record Image(
    Address step,
    String verb,
    Optional<String> organization,
    SortedMap<String, Value> before,
    SortedMap<String, Value> after) {
  public Image {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
  }
}
