package dev.orgform.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which live object stands behind an address, as far as is known by now; grows while a plan is
 * applied.
 */
public final class Bindings {
  private final Map<Address, String> ids = new TreeMap<>();
  private final Set<Address> fresh = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();
  private final Set<String> deleted = new TreeSet<>();

  public Bindings(Resources live) {
    live.all().forEach(resource -> resource.id().ifPresent(id -> bind(resource.address(), id)));
  }

  /** The bindings of a whole reading; what nobody declared is known, but bound to no name. */
  public static Bindings of(Live live) {
    var bindings = new Bindings(live.resources());
    live.undeclared().all().forEach(resource -> resource.id().ifPresent(bindings.known::add));
    return bindings;
  }

  private void bind(Address address, String id) {
    ids.put(address, id);
    known.add(id);
  }

  public Optional<String> id(Address address) {
    return Optional.ofNullable(ids.get(address));
  }

  /** The id that a field refers to; empty where it refers to nothing or to nothing known. */
  public Optional<String> id(Value reference) {
    if (!(reference instanceof Value.Ref ref)) {
      return Optional.empty();
    }
    return ref.to().isUndeclared() ? Optional.of(ref.to().undeclaredId()) : id(ref.to());
  }

  /** Remembers an object that this run created, which the API may still hide for a while. */
  public void created(Address address, String id) {
    bind(address, id);
    fresh.add(address);
  }

  /** Remembers an object that this run deleted, which lists may still show for a while. */
  public void deleted(String id) {
    deleted.add(id);
  }

  public boolean isDeleted(String id) {
    return deleted.contains(id);
  }

  /** Whether an object was there when the plan was made, or was created since by this run. */
  public boolean isKnown(String id) {
    return known.contains(id);
  }

  /** Whether what a field refers to was created by this run. */
  public boolean isFresh(Value reference) {
    return reference instanceof Value.Ref ref && fresh.contains(ref.to());
  }
}
