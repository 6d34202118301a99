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

  public Bindings(Resources live) {
    live.all().forEach(resource -> resource.id().ifPresent(id -> ids.put(resource.address(), id)));
  }

  public Optional<String> id(Address address) {
    return Optional.ofNullable(ids.get(address));
  }

  /** The id that a field refers to; empty where it refers to nothing or to nothing known. */
  public Optional<String> id(Value reference) {
    return reference instanceof Value.Ref ref ? id(ref.to()) : Optional.empty();
  }

  /** Remembers an object that this run created, which the API may still hide for a while. */
  public void created(Address address, String id) {
    ids.put(address, id);
    fresh.add(address);
  }

  /** Whether what a field refers to was created by this run. */
  public boolean isFresh(Value reference) {
    return reference instanceof Value.Ref ref && fresh.contains(ref.to());
  }
}
