package dev.orgform.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resources by address, in order; desired, base and live are all this. */
public record Resources(SortedMap<Address, Resource> byAddress) {
  public static final Resources NONE = new Resources(new TreeMap<>());

  public Resources {
    byAddress = Collections.unmodifiableSortedMap(new TreeMap<>(byAddress));
  }

  public static Resources of(Collection<Resource> resources) {
    var byAddress = new TreeMap<Address, Resource>();
    for (var resource : resources) {
      var twin = byAddress.put(resource.address(), resource);
      if (twin != null) {
        throw new IllegalArgumentException("two resources at " + resource.address());
      }
    }
    return new Resources(byAddress);
  }

  public Optional<Resource> get(Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  public Collection<Resource> all() {
    return byAddress.values();
  }

  public Collection<Resource> of(Kind kind) {
    return byAddress.values().stream().filter(r -> r.kind().name().equals(kind.name())).toList();
  }

  /** The addresses of both, in order. */
  public SortedSet<Address> union(Resources other) {
    var addresses = new TreeSet<>(byAddress.keySet());
    addresses.addAll(other.byAddress.keySet());
    return addresses;
  }
}
