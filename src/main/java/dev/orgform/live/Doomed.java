package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Kind;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which live organizations a plan may want to delete, so that it must be known who is in them. */
final class Doomed {
  private Doomed() {}

  /**
   * Those under {@code removed}, and those that the base declares and head does not.
   *
   * @param former per address of the base, where the object it meant stands now
   */
  static SortedSet<Address> of(
      Desired head,
      Optional<Desired> base,
      Match.Matched matched,
      SortedMap<Address, Address> former) {
    Set<String> removed =
        head.removals().stream().map(Removal::id).collect(Collectors.toUnmodifiableSet());
    var doomed = new TreeSet<Address>();
    for (var one : matched.undeclared().all()) {
      if (one.id().filter(removed::contains).isPresent()) {
        doomed.add(one.address());
      }
    }
    base.ifPresent(
        before ->
            before.resources().all().stream()
                .filter(one -> one.kind().form() instanceof Kind.Form.Branch)
                .map(Resource::address)
                .filter(address -> head.resources().get(address).isEmpty())
                .flatMap(address -> Optional.ofNullable(former.get(address)).stream())
                .filter(now -> matched.undeclared().get(now).isPresent())
                .forEach(doomed::add));
    return doomed;
  }
}
