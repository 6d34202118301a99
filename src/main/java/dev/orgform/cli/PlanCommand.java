package dev.orgform.cli;

import dev.orgform.documents.PlanDocument;
import dev.orgform.plan.Plan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what apply would do. */
@Command(
    name = "plan",
    header = "Show what would change; sends nothing but reads.",
    footer = {
      "",
      "Examples:",
      "  orgform plan",
      "  orgform plan teams/ -out=plan.json -detailed-exitcode",
      "  orgform plan examples/quickstart --sandbox"
    })
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private ConnectOptions connecting;
  @Mixin private ConfirmOptions confirming;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description = "Exit 2 when there is something to do, 0 when there is not.")
  boolean detailedExitCode;

  @Option(
      names = {"--out", "-out"},
      paramLabel = "FILE",
      description = "Write the plan document (JSON) to a file.")
  Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    var output = Output.of(root.shell(), options);
    var opened = Planning.open(root.shell(), output, paths, connecting);
    if (opened.isEmpty()) {
      return output.planningFailed();
    }
    try (var planning = opened.get()) {
      Memories.noteOpenIntents(root.shell(), output, planning.connection(), connecting);
      return planning
          .plan(output, connecting, confirming)
          .map(plan -> show(output, plan))
          .orElseGet(output::planningFailed);
    }
  }

  private boolean save(Output output, Plan plan, Path file) {
    var document = PlanDocument.of(plan, Version.current()).madeAt(root.shell().clock().instant());
    var trouble = PlanFile.write(root.shell(), file, document);
    trouble.ifPresentOrElse(output::diagnostic, () -> output.saved(file.toString()));
    return trouble.isEmpty();
  }

  private int show(Output output, Plan plan) {
    output.plan(plan);
    if (out.isPresent() && !save(output, plan, out.get())) {
      return output.exit();
    }
    output.hint(plan, out.isPresent());
    if (plan.refused()) {
      return Exit.of(plan.diagnostics());
    }
    return detailedExitCode && !plan.isEmpty() ? Exit.PENDING : Exit.DONE;
  }
}
