package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Objects to what would be put into something that is missing and stays so. */
final class Orphans {
  private Orphans() {}

  static List<Diagnostic> errors(Collection<Change> changes, List<Drift> drift) {
    var missing =
        drift.stream()
            .filter(Drift.Missing.class::isInstance)
            .map(Drift::address)
            .collect(Collectors.toCollection(TreeSet::new));
    return changes.stream()
        .flatMap(change -> arriving(change).stream())
        .flatMap(
            wanted ->
                wanted.fields().refs().stream()
                    .filter(missing::contains)
                    .map(holder -> error(wanted, holder).at(wanted.place())))
        .toList();
  }

  /** What is to be somewhere where it is not yet. */
  private static Optional<Resource> arriving(Change change) {
    return switch (change) {
      case Change.Create create -> Optional.of(create.wanted());
      case Change.Update update ->
          Optional.of(update.wanted())
              .filter(
                  wanted ->
                      update.differences().stream()
                          .anyMatch(one -> one.field().when() == Field.When.MOVES));
      case Change.Delete delete -> Optional.empty();
    };
  }

  private static Diagnostic error(Resource wanted, Address holder) {
    var cannot = wanted.kind().form() instanceof Kind.Form.Labelled ? "be moved" : "be made";
    return Diagnostic.error(
            Code.PARENT_MISSING,
            "%s cannot %s: %s is gone".formatted(wanted.address(), cannot, holder))
        .because(
            holder
                + " was declared before and is declared still, but no live organization is it, and"
                + " nobody said that it shall be made again.")
        .todo(
            "If it was renamed or deleted elsewhere, write down what is meant (`id`, `previously`,"
                + " or take it out); with --converge it is made again.")
        .about(wanted.address());
  }
}
