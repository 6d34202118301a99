package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/** Which organization is in which: whoever is a member of one administers all that is below it. */
final class Ancestry {
  private final Map<Address, Address> parents = new TreeMap<>();

  /** What is learned first of an organization is kept: it lives where it lives. */
  void learn(Resource organization) {
    organization.fields().refs().forEach(to -> parents.putIfAbsent(organization.address(), to));
  }

  /** An organization and all above it, as far as they are known. */
  SequencedSet<Address> of(Address organization) {
    var lineage = new LinkedHashSet<Address>();
    for (var at = organization; at != null && lineage.add(at); ) {
      at = parents.get(at);
    }
    return lineage;
  }
}
