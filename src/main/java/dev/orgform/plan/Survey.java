package dev.orgform.plan;

import static java.util.stream.Collectors.toSet;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * How live stands to what is declared, where nothing is to be done about it: a plan whose base is
 * the configuration itself, so that whatever is not as declared is drift.
 *
 * @param drift what is not as declared
 * @param unmanaged everything live that no file declares and that is not to be removed, wherever it
 *     hangs; a plan tells only of what hangs under something managed
 * @param doomed what is to be removed and is still there
 * @param managed how many live objects of the tree are declared
 * @param seen how many there are
 * @param diagnostics what may be the same under another name
 * @param requests how many requests the reading took
 * @param ids of everything declared that lives
 */
public record Survey(
    List<Drift> drift,
    List<Resource> unmanaged,
    List<Doomed> doomed,
    int managed,
    int seen,
    List<Diagnostic> diagnostics,
    int requests,
    SortedMap<Address, String> ids) {

  /** Something live that a sentence under {@code removed} speaks of. */
  public record Doomed(Resource live, Removal removal) {}

  public Survey {
    drift = List.copyOf(drift);
    unmanaged = List.copyOf(unmanaged);
    doomed = List.copyOf(doomed);
    diagnostics = List.copyOf(diagnostics);
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }

  /**
   * The same inputs give the same survey.
   *
   * @param live read for the desired state with itself as the base
   * @param ignored whether drift of an address's field is nobody's business
   */
  public static Survey of(Desired desired, Live live, BiPredicate<Address, String> ignored) {
    var declared =
        new Desired(
            desired.resources(),
            desired.formerNames(),
            List.of(),
            desired.places(),
            desired.rolls());
    var plan = Planner.plan(declared, live, Terms.PLAIN.since(declared).ignoring(ignored));
    if (!plan.isEmpty()) {
      throw new IllegalStateException("bug: something is planned where nothing was changed");
    }
    var doomed = doomed(desired.removals(), live);
    Set<Address> going = doomed.stream().map(one -> one.live().address()).collect(toSet());
    var unmanaged =
        live.undeclared().all().stream()
            .filter(one -> !going.contains(one.address()))
            .filter(Unmanaged::isNobodysBusiness)
            .toList();
    int managed = branches(live.resources().all());
    return new Survey(
        plan.drift(),
        unmanaged,
        doomed,
        managed,
        managed + branches(live.undeclared().all()),
        plan.diagnostics(),
        live.requests(),
        ids(live.resources().all()));
  }

  private static SortedMap<Address, String> ids(Collection<Resource> live) {
    var ids = new TreeMap<Address, String>();
    live.forEach(one -> one.id().ifPresent(id -> ids.put(one.address(), id)));
    return ids;
  }

  private static List<Doomed> doomed(List<Removal> removals, Live live) {
    Map<String, Resource> byId = new TreeMap<>();
    live.everything().forEach(resource -> resource.id().ifPresent(id -> byId.put(id, resource)));
    return removals.stream()
        .flatMap(
            removal ->
                Optional.ofNullable(byId.get(removal.id()))
                    .map(resource -> new Doomed(resource, removal))
                    .stream())
        .toList();
  }

  private static int branches(Collection<Resource> resources) {
    return (int)
        resources.stream()
            .filter(resource -> resource.kind().form() instanceof Kind.Form.Branch)
            .count();
  }
}
