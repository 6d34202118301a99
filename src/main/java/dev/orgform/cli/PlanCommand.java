package dev.orgform.cli;

import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.report.findings.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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
  @Spec private CommandSpec spec;
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private BaseOption base;
  @Mixin private ConnectOptions connecting;
  @Mixin private ScopeOptions scope;
  @Mixin private TakeOverOptions confirming;
  @Mixin private SaveOptions saving;
  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description = "Exit 2 when there is something to do, 0 when there is not.")
  boolean detailedExitCode;

  @Option(
      names = {"--lock", "-lock"},
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Taken for Terraform's sake: a plan needs no lock and takes none.")
  boolean lock;

  @Override
  public Integer call() {
    var asked = Reporting.with(root.shell(), reports, options, paths.orHere());
    var reporting = asked.value().orElseGet(() -> Reporting.none(root.shell()));
    var output = Output.of(reporting.beside(), options);
    output.diagnostics(asked.diagnostics());
    var idle = Idle.flags(spec);
    output.diagnostics(idle);
    if (asked.value().isEmpty() || !idle.isEmpty()) {
      return output.exit();
    }
    output.diagnostics(Idle.variables(spec, root.shell()));
    int exit = Reading.of(root.shell(), output, () -> planned(output, reporting));
    output.diagnostics(reporting.ended(Report.PLAN, exit, output.said()));
    return exit;
  }

  private int planned(Output output, Reporting reporting) {
    var saver = output.told(Saving.with(root.shell(), saving));
    if (saver.isEmpty()) {
      return output.exit();
    }
    var opened = Planning.open(root.shell(), output, paths, base, connecting);
    if (opened.isEmpty()) {
      return output.planningFailed();
    }
    try (var planning = opened.get()) {
      Memories.noteOpenIntents(root.shell(), output, planning.connection(), connecting);
      var terms = planning.terms(root.shell(), output, connecting, scope, confirming::on);
      int exit =
          planning
              .plan(output, connecting, terms)
              .map(
                  plan ->
                      show(
                          output,
                          plan,
                          reporting.plan(
                              PlanDocument.of(plan, Version.current()), planning.lineage(plan)),
                          () -> saver.get().save(plan, terms, planning, paths.orHere(), saving)))
              .orElseGet(output::planningFailed);
      Replay.tell(output, "plan", paths, connecting, planning.connection());
      return exit;
    }
  }

  private int show(
      Output output, Plan plan, List<Diagnostic> unreported, Supplier<Optional<Diagnostic>> save) {
    output.plan(plan);
    output.diagnostics(unreported);
    if (unreported.stream().anyMatch(Diagnostic::isError)) {
      return output.exit();
    }
    var file = saving.out.map(Path::toString);
    if (file.isPresent()) {
      var trouble = save.get();
      if (trouble.isPresent()) {
        output.diagnostic(trouble.get());
        return output.exit();
      }
      output.saved(file.get());
    }
    output.hint(plan, file, connecting.sandbox);
    if (plan.refused()) {
      return Exit.of(plan.diagnostics());
    }
    return detailedExitCode && !plan.isEmpty() ? Exit.PENDING : Exit.DONE;
  }
}
