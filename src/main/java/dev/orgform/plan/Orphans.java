package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Objects to what would be created inside something that is missing and stays so. */
final class Orphans {
  private Orphans() {}

  static List<Diagnostic> errors(Collection<Change> changes, List<Drift> drift) {
    var missing =
        drift.stream()
            .filter(Drift.Missing.class::isInstance)
            .map(Drift::address)
            .collect(Collectors.toCollection(TreeSet::new));
    return changes.stream()
        .filter(Change.Create.class::isInstance)
        .map(change -> ((Change.Create) change).wanted())
        .flatMap(
            wanted ->
                wanted.fields().refs().stream()
                    .filter(missing::contains)
                    .map(holder -> error(wanted.address(), holder).at(wanted.place())))
        .toList();
  }

  private static Diagnostic error(Address wanted, Address holder) {
    return Diagnostic.error(Code.PARENT_MISSING, wanted + " cannot be made: " + holder + " is gone")
        .because(
            holder
                + " was declared before and is declared still, but no live organization is it, and"
                + " nobody said that it shall be made again.")
        .todo(
            "If it was renamed or deleted elsewhere, write down what is meant (`id`, `previously`,"
                + " or take it out); with --converge it is made again.")
        .about(wanted);
  }
}
