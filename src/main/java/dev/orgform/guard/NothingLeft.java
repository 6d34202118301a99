package dev.orgform.guard;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Removal;
import dev.orgform.plan.Change;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * An empty configuration deletes nothing: where nothing is declared, only sentences under {@code
 * removed} count, for the files may just be elsewhere. Holds without any guard file.
 */
record NothingLeft() implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    var absent = plan.steps().stream().flatMap(step -> byAbsence(step.change())).toList();
    boolean something =
        !plan.live().resources().all().isEmpty()
            || plan.steps().stream().anyMatch(step -> step.change() instanceof Change.Create);
    return something || absent.isEmpty() ? List.of() : List.of(objection(absent));
  }

  private static Stream<Change.Delete> byAbsence(Change change) {
    return change instanceof Change.Delete delete && delete.removal().form() == Removal.Form.ABSENCE
        ? Stream.of(delete)
        : Stream.of();
  }

  private static Diagnostic objection(List<Change.Delete> absent) {
    return Diagnostic.error(
            Code.NOTHING_LEFT,
            "Nothing is declared, and "
                + (absent.size() == 1 ? "1 organization" : absent.size() + " organizations")
                + " would be deleted")
        .because(
            "The base declares them and the configuration declares nothing at all, which is how a"
                + " wrong folder or a bad merge looks.")
        .todo(
            "Check the paths. If they shall really go, say so of each under `removed`, with its id"
                + " and name.")
        .at(absent.getFirst().removal().place());
  }
}
