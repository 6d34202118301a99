package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be known of one kind, where the tree of organizations is known already.
 *
 * @param declared the declarations of the kind: those whose owners exist, and of what exists by
 *     itself ({@link dev.orgform.model.Kind.Form.Labelled}) all
 * @param rolls the lists of the kind whose owners exist
 * @param doomed the organizations that are to be deleted and still there
 * @param tree every live organization by its address, declared or not
 * @param bindings the ids of the declared ones
 */
public record Wanted(
    List<Resource> declared,
    List<Roll> rolls,
    SortedSet<Address> doomed,
    Resources tree,
    Bindings bindings) {
  public Wanted {
    declared = List.copyOf(declared);
    rolls = List.copyOf(rolls);
    doomed = Collections.unmodifiableSortedSet(new TreeSet<>(doomed));
  }

  /** For the kind that makes the tree. */
  static Wanted everything() {
    return new Wanted(
        List.of(), List.of(), new TreeSet<>(), Resources.NONE, new Bindings(Resources.NONE));
  }

  /** The declarations at their addresses. */
  public SortedMap<Address, Resource> wishes() {
    var wishes = new TreeMap<Address, Resource>();
    declared.forEach(one -> wishes.put(one.address(), one));
    return wishes;
  }

  /** The id of a live organization. */
  public String id(Address organization) {
    return bindings.id(new Value.Ref(organization)).orElseThrow();
  }

  /** Where the live organization with an id stands; empty where the credential does not see it. */
  public Optional<Address> organization(String id) {
    return tree.all().stream()
        .filter(one -> one.id().filter(id::equals).isPresent())
        .map(Resource::address)
        .findFirst();
  }

  /** The organizations whose lists or whose emptying makes it necessary to know who is in them. */
  public SortedMap<Address, String> listed() {
    var listed = new TreeMap<Address, String>();
    Stream.concat(rolls.stream().map(Roll::owner), doomed.stream())
        .forEach(owner -> listed.put(owner, id(owner)));
    return listed;
  }
}
