package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Terms;
import dev.orgform.report.findings.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes it so. */
@Command(
    name = "apply",
    header = "Plan, ask, and make it so in dependency order; or apply a saved plan.",
    footer = {
      "",
      "Examples:",
      "  orgform apply",
      "  orgform apply teams/ -auto-approve",
      "  orgform apply --allow-delete",
      "  orgform apply plan.json",
      "  orgform apply examples/quickstart --sandbox -auto-approve"
    })
final class ApplyCommand implements Callable<Integer> {
  /** What only a plan can be told, however it is spelled. */
  private static final List<String> SCOPING =
      List.of("--target", "--exclude", "--converge", "--base");

  @Spec private CommandSpec spec;
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private BaseOption base;
  @Mixin private ConnectOptions connecting;
  @Mixin private ScopeOptions scope;
  @Mixin private TakeOverOptions confirming;
  @Mixin private ApplyOptions applying;
  @Mixin private SealOptions sealing;
  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() {
    var shell = root.shell();
    var asked = Reporting.with(shell, reports, options, paths.orHere());
    var reporting = asked.value().orElseGet(() -> Reporting.none(shell));
    var output = Output.of(reporting.beside(), options);
    output.diagnostics(asked.diagnostics());
    if (asked.value().isEmpty()) {
      return output.exit();
    }
    int exit = applied(shell, output, reporting);
    output.diagnostics(reporting.ended(Report.APPLY, exit, output.said()));
    return exit;
  }

  private int applied(Shell shell, Output output, Reporting reporting) {
    var file = planFile(shell);
    if (file.isPresent()) {
      var saved = new ApplySaved(shell, output, reporting, connecting, applying);
      return besides(file.get())
          .map(misuse -> misused(output, List.of(misuse)))
          .orElseGet(() -> saved.call(file.get(), sealing, confirming.on(Terms.PLAIN)));
    }
    var idle = Idle.flags(spec);
    if (!idle.isEmpty()) {
      return misused(output, idle);
    }
    output.diagnostics(Idle.variables(spec, shell));
    var search = Origin.Search.begin(shell, paths);
    var opened = Planning.open(shell, output, paths, base, connecting);
    if (opened.isEmpty()) {
      return output.planningFailed();
    }
    try (var planning = opened.get()) {
      int exit = locked(shell, output, reporting, planning, search);
      Replay.tell(output, "apply", paths, connecting, planning.connection());
      return exit;
    }
  }

  private Optional<Path> planFile(Shell shell) {
    return paths.paths.stream()
        .filter(path -> PlanFile.looksLikePlan(shell.directory().resolve(path)))
        .findFirst();
  }

  /** A saved plan says by itself what it is about. */
  private Optional<Diagnostic> besides(Path file) {
    var given =
        SCOPING.stream().filter(spec.commandLine().getParseResult()::hasMatchedOption).findFirst();
    if (paths.paths.size() == 1 && given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                Code.BAD_USAGE,
                given
                    .map(option -> option + " cannot be given with a saved plan")
                    .orElse("A saved plan stands alone"))
            .because(file + " is a saved plan, and it is applied as it is or not at all.")
            .todo("Say it when you plan: orgform plan -out=FILE takes the same."));
  }

  private static int misused(Output output, List<Diagnostic> misuse) {
    output.diagnostics(misuse);
    return output.exit();
  }

  private int locked(
      Shell shell, Output output, Reporting reporting, Planning planning, Origin.Search search) {
    var applies = new Applies(shell, output, reporting, connecting, applying, "apply");
    // A part is nothing to begin from: the rest would look applied.
    return applies.locked(
        planning,
        () -> scope.isAll() ? search.of(planning.configuration()) : Origin.NONE,
        () -> planning.terms(shell, output, connecting, scope, confirming::on));
  }
}
