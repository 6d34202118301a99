package dev.orgform.world;

import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.util.stream.Collectors;

/** A plan as one text that holds everything a reader or an apply could see of it. */
public final class Canon {
  private Canon() {}

  public static String of(Plan plan) {
    return plan.steps().stream().map(Canon::of).collect(Collectors.joining("\n", "", "\n"))
        + plan.unmanaged()
        + plan.missing()
        + plan.counts()
        + plan.calls()
        + plan.live().resources()
        + plan.live().undeclared()
        + plan.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
  }

  private static String of(Step step) {
    var what =
        switch (step.change()) {
          case Change.Create create -> "+ " + create.wanted();
          case Change.Update update -> "~ " + update.live() + update.differences();
          case Change.Delete delete -> "- " + delete.live() + delete.removal();
        };
    return step.address() + " " + what + " after " + step.after() + " because " + step.reason();
  }
}
