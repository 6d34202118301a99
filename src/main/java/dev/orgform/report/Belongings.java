package dev.orgform.report;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What organizations have beside others below them, in the words of the YAML. */
final class Belongings {
  private final SortedMap<Address, TreeSet<String>> words = new TreeMap<>();

  static Belongings of(Collection<Resource> resources) {
    var all = new Belongings();
    resources.forEach(all::add);
    return all;
  }

  /** Tells of one more; nothing of what belongs to no organization. */
  void add(Resource resource) {
    if (resource.kind().form() instanceof Kind.Form.Owned owned) {
      resource
          .fields()
          .refs()
          .forEach(owner -> words.computeIfAbsent(owner, o -> new TreeSet<>()).add(owned.key()));
    }
  }

  /** The words for an organization, the profile first. */
  List<String> of(Address organization) {
    var sorted = new ArrayList<String>(words.getOrDefault(organization, new TreeSet<>()));
    sorted.sort((one, other) -> other.compareTo(one));
    return List.copyOf(sorted);
  }
}
