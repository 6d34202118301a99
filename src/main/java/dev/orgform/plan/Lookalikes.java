package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Warns before something is created beside an unmanaged sibling: somebody may have renamed the very
 * thing that now seems to be missing, and it would exist twice.
 */
final class Lookalikes {
  private static final int LISTED = 5;

  private Lookalikes() {}

  static List<Diagnostic> warnings(Collection<Change> changes, List<Resource> unmanaged) {
    var inside = new TreeMap<Address, List<Resource>>();
    for (var resource : unmanaged) {
      for (var holder : resource.fields().refs()) {
        inside.computeIfAbsent(holder, address -> new ArrayList<>()).add(resource);
      }
    }
    return changes.stream()
        .filter(Change.Create.class::isInstance)
        .map(change -> ((Change.Create) change).wanted())
        .flatMap(wanted -> warning(wanted, siblings(wanted, inside)).stream())
        .toList();
  }

  private static List<Resource> siblings(Resource wanted, Map<Address, List<Resource>> inside) {
    return wanted.fields().refs().stream()
        .flatMap(holder -> inside.getOrDefault(holder, List.of()).stream())
        .filter(resource -> resource.kind().name().equals(wanted.kind().name()))
        .toList();
  }

  private static List<Diagnostic> warning(Resource wanted, List<Resource> siblings) {
    if (siblings.isEmpty()) {
      return List.of();
    }
    var named =
        siblings.stream()
            .limit(LISTED)
            .map(s -> "\"" + s.fields().text("name") + "\" (" + s.id().orElse("?") + ")")
            .collect(Collectors.joining(", "));
    var more = siblings.size() > LISTED ? " and " + (siblings.size() - LISTED) + " more" : "";
    return List.of(
        Diagnostic.warning(Code.POSSIBLE_RENAME, wanted.address() + " may exist under another name")
            .because(
                "Its parent already holds what no file declares: "
                    + named
                    + more
                    + ". If one of these is it, it was renamed, and applying would make a second"
                    + " one.")
            .todo(
                "If so, pin it with `id`, or write its live name under `previously`. If not, go"
                    + " on.")
            .about(wanted.address())
            .at(wanted.place()));
  }
}
