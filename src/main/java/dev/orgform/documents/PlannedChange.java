package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One object that a plan changes, with everything that reviewers are told about it.
 *
 * @param type Terraform's name for its kind
 * @param before all fields as they are on the wire, {@code id} among them; empty for a creation
 * @param after all fields as they will be, except those that nobody knows yet; empty for a deletion
 * @param unknown fields that are known only when the change is made
 * @param fields what changes, in the order in which people see fields
 * @param reason why it is planned
 * @param undo what it takes to have it undone
 * @param reach whom it makes super administrator of something, or ceases to
 * @param needs the weakest credential that the API takes for it
 * @param calls requests when all goes well
 * @param waitsFor the changes that must be finished before it
 * @param source where it is said
 */
public record PlannedChange(
    Address address,
    String type,
    Verb verb,
    SortedMap<String, Value> before,
    SortedMap<String, Value> after,
    SortedSet<String> unknown,
    List<FieldChange> fields,
    String reason,
    Deed.Undo undo,
    Deed.Reach reach,
    Deed.Needs needs,
    int calls,
    SortedSet<Address> waitsFor,
    Optional<Source> source) {

  public PlannedChange {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    fields = List.copyOf(fields);
    waitsFor = Collections.unmodifiableSortedSet(new TreeSet<>(waitsFor));
  }

  /** Whether only Cloudflare Support could take it back. */
  public boolean oneWay() {
    return undo == Deed.Undo.SUPPORT_ONLY;
  }

  /** Whether it makes what a revert of the YAML does not unmake. */
  public boolean isLasting() {
    return verb == Verb.CREATE && undo == Deed.Undo.COSTLY;
  }

  /** Whether something that exists comes under something else. */
  public boolean isMove() {
    return verb == Verb.UPDATE && moved().isPresent();
  }

  /** The field that says under what it is, where that changes. */
  Optional<FieldChange> moved() {
    return fields.stream()
        .filter(one -> one.before() instanceof Value.Ref || one.after() instanceof Value.Ref)
        .findFirst();
  }

  /** The object's id; empty where it has none, or none yet. */
  public Optional<String> id() {
    return before.get(Draft.ID) instanceof Value.Text id
        ? Optional.of(id.text())
        : Optional.empty();
  }
}
