package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What lives under something managed and is declared nowhere. */
final class Unmanaged {
  private Unmanaged() {}

  static List<Resource> under(Live live) {
    var inside = new TreeMap<Address, List<Resource>>();
    for (var resource : live.undeclared().all()) {
      for (var ref : resource.fields().refs()) {
        inside.computeIfAbsent(ref, a -> new ArrayList<>()).add(resource);
      }
    }
    var found = new TreeSet<Address>();
    var open = new ArrayDeque<Address>(live.resources().byAddress().keySet());
    while (!open.isEmpty()) {
      for (var resource : inside.getOrDefault(open.remove(), List.of())) {
        if (found.add(resource.address())) {
          open.add(resource.address());
        }
      }
    }
    return live.undeclared().all().stream()
        .filter(resource -> found.contains(resource.address()))
        .filter(Unmanaged::isNobodysBusiness)
        .toList();
  }

  /**
   * A person is on a list that says all of them, or nobody said who shall be in that organization.
   */
  static boolean isNobodysBusiness(Resource undeclared) {
    return !(undeclared.kind().form() instanceof Kind.Form.Roster);
  }
}
