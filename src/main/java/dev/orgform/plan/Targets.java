package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects to {@code -target} and {@code -exclude} that name nothing: a misspelled exclusion would
 * change exactly what was to be spared.
 */
public final class Targets {
  private static final int HINTS = 3;

  private Targets() {}

  /** An error for each address that is neither declared, now or before, nor live. */
  public static List<Diagnostic> unknown(Plan plan, Desired desired, Terms terms) {
    var selection = terms.selection();
    if (!selection.isPartial()) {
      return List.of();
    }
    var known = new TreeSet<Address>();
    Stream.of(
            desired.resources().all().stream(),
            terms.base().stream().flatMap(base -> base.resources().all().stream()),
            plan.live().everything())
        .flatMap(some -> some)
        .map(Resource::address)
        .forEach(known::add);
    return Stream.concat(
            selection.targets().stream()
                .filter(one -> !known.contains(one))
                .map(one -> unknown("-target", one, known)),
            selection.excluded().stream()
                .filter(one -> !known.contains(one))
                .map(one -> unknown("-exclude", one, known)))
        .toList();
  }

  private static Diagnostic unknown(String flag, Address address, SortedSet<Address> known) {
    var wrong = NearName.bare(address.key());
    var near =
        known.stream()
            .filter(
                one ->
                    one.kind().equals(address.kind())
                        ? NearName.near(wrong, NearName.bare(one.key()))
                        : one.key().equals(address.key()))
            .limit(HINTS)
            .map(Address::toString)
            .collect(Collectors.joining(" or "));
    return Diagnostic.error(
            Code.NO_SUCH_ADDRESS, "%s %s is the address of nothing".formatted(flag, address))
        .because("Nothing is declared at that address, before or now, and nothing live has it.")
        .todo(
            near.isEmpty()
                ? "Correct it; `orgform graph` lists the addresses."
                : "Did you mean " + near + "?");
  }
}
