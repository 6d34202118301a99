package dev.orgform.report.findings;

import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands under what, which the documents do not say of everything. */
public record Lineage(SortedMap<Address, Kin> kin) {
  /** Nothing is known, so that everything stands for itself. */
  public static final Lineage NONE = new Lineage(new TreeMap<>());

  /**
   * One thing of the tree.
   *
   * @param parent what it stands under
   * @param name what it is called; empty where it has no name
   * @param source where it is declared
   */
  public record Kin(Optional<Address> parent, String name, Optional<Source> source) {
    private Kin or(Kin other) {
      return new Kin(
          parent.or(other::parent), name.isEmpty() ? other.name : name, source.or(other::source));
    }
  }

  public Lineage {
    kin = Collections.unmodifiableSortedMap(new TreeMap<>(kin));
  }

  /** Of these, where what comes first counts and what comes later fills in. */
  @SafeVarargs
  public static Lineage of(Collection<Resource>... resources) {
    var kin = new TreeMap<Address, Kin>();
    for (var some : resources) {
      some.forEach(one -> kin.merge(one.address(), kin(one), Kin::or));
    }
    return new Lineage(kin);
  }

  /** With what is live and declared nowhere. */
  Lineage with(List<LiveObject> objects) {
    var more = new TreeMap<>(kin);
    objects.forEach(
        one ->
            more.merge(
                one.address(), new Kin(one.parent(), one.name(), Optional.empty()), Kin::or));
    return new Lineage(more);
  }

  private static Kin kin(Resource resource) {
    return new Kin(
        resource.fields().refs().stream().findFirst(),
        resource.label(),
        resource.place().map(at -> new Source(at.file(), at.line(), at.column())));
  }

  /** The things above it, from the root down to itself; itself alone where nothing is known. */
  public List<Address> path(Address address) {
    var path = new ArrayList<Address>();
    var seen = new TreeSet<Address>();
    var at = Optional.of(address);
    while (at.isPresent() && seen.add(at.get())) {
      path.addFirst(at.get());
      at = Optional.ofNullable(kin.get(at.get())).flatMap(Kin::parent);
    }
    return path;
  }

  /** Where it is declared, else where the nearest declared thing above it is. */
  Optional<Source> near(Address address) {
    return path(address).reversed().stream()
        .flatMap(one -> Optional.ofNullable(kin.get(one)).flatMap(Kin::source).stream())
        .findFirst();
  }
}
