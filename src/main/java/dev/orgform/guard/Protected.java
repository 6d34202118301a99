package dev.orgform.guard;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Policy;
import dev.orgform.plan.Change;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Nothing that the guard file protects is deleted, whatever asks for it. */
record Protected(Policy policy) implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    return plan.steps().stream()
        .flatMap(
            step -> step.change() instanceof Change.Delete delete ? objection(delete) : Stream.of())
        .toList();
  }

  private Stream<Diagnostic> objection(Change.Delete delete) {
    return delete
        .live()
        .id()
        .flatMap(policy::protection)
        .map(protection -> objection(delete, protection))
        .stream();
  }

  private static Diagnostic objection(Change.Delete delete, Policy.Protection protection) {
    var name = delete.removal().name();
    return Diagnostic.error(Code.PROTECTED, "\"" + name + "\" is protected and is not deleted")
        .because(
            "The guard file says at %s that %s stays, and %s says that it shall go."
                .formatted(protection.place(), protection.id(), delete.removal().place()))
        .todo(
            "Keep it. If it shall really go, first take it out of `protect` in a reviewed change of"
                + " its own.")
        .about(delete.address())
        .at(protection.place(), delete.removal().place());
  }
}
