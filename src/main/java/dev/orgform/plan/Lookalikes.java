package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
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
  private static final String PARENT = "parent";

  private Lookalikes() {}

  /**
   * One warning for each creation that has such siblings.
   *
   * @param undeclared everything live that no file declares and that stays
   */
  static List<Diagnostic> warnings(Collection<Change> changes, List<Resource> undeclared) {
    var inside = new TreeMap<Address, List<Resource>>();
    var roots = new ArrayList<Resource>();
    for (var resource : undeclared) {
      for (var holder : resource.fields().refs()) {
        inside.computeIfAbsent(holder, address -> new ArrayList<>()).add(resource);
      }
      if (isRoot(resource) || isBelowUnseen(resource)) {
        roots.add(resource);
      }
    }
    return changes.stream()
        .filter(Change.Create.class::isInstance)
        .map(change -> ((Change.Create) change).wanted())
        .flatMap(wanted -> warning(wanted, siblings(wanted, inside, roots)).stream())
        .toList();
  }

  private static boolean isRoot(Resource resource) {
    return resource.fields().get(PARENT) instanceof Value.None;
  }

  /** Whether it seems to be a root to those who may not see its parent. */
  private static boolean isBelowUnseen(Resource resource) {
    return resource.fields().get(PARENT) instanceof Value.Text;
  }

  private static List<Resource> siblings(
      Resource wanted, Map<Address, List<Resource>> inside, List<Resource> roots) {
    var beside = new ArrayList<>(isRoot(wanted) ? roots : List.of());
    wanted.fields().refs().forEach(holder -> beside.addAll(inside.getOrDefault(holder, List.of())));
    return beside.stream()
        .filter(resource -> resource.kind().name().equals(wanted.kind().name()))
        .toList();
  }

  private static List<Diagnostic> warning(Resource wanted, List<Resource> siblings) {
    if (siblings.isEmpty()) {
      return List.of();
    }
    var named =
        siblings.stream().limit(LISTED).map(Lookalikes::named).collect(Collectors.joining(", "));
    var more = siblings.size() > LISTED ? " and " + (siblings.size() - LISTED) + " more" : "";
    return List.of(
        Diagnostic.warning(Code.POSSIBLE_RENAME, wanted.address() + " may exist under another name")
            .because(
                (isRoot(wanted) ? "At the top there is already" : "Its parent already holds")
                    + " what no file declares: "
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

  private static String named(Resource sibling) {
    return "\""
        + sibling.fields().text("name")
        + "\" ("
        + sibling.id().orElse("?")
        + (isBelowUnseen(sibling) ? ", below one that this credential cannot see)" : ")");
  }
}
