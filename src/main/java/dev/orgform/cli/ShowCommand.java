package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.findings.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a saved plan, or the configuration with everything filled in. */
@Command(
    name = "show",
    header = "Show a saved plan, or the configuration as orgform understands it.",
    footer = {
      "",
      "Examples:",
      "  orgform show plan.json",
      "  orgform show -json plan.json",
      "  orgform show --config teams/"
    })
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private SealOptions sealing;
  @Mixin private ReportOptions reports;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--config", "-config"},
      description = "Show the configuration of these paths, defaults laid in.")
  boolean config;

  @Parameters(
      paramLabel = "PLANFILE|PATH",
      arity = "0..*",
      description = "A file that `plan -out` wrote; with --config, YAML files and folders.")
  List<Path> paths = List.of();

  @Override
  public Integer call() {
    var shell = root.shell();
    var asked = Reporting.with(shell, reports, options, paths);
    var output = Output.of(asked.value().map(Reporting::beside).orElse(shell), options);
    output.diagnostics(asked.diagnostics());
    if (asked.value().isEmpty()) {
      return output.exit();
    }
    if (config) {
      var configured =
          output.told(Configured.load(shell, paths.isEmpty() ? List.of(Path.of("")) : paths));
      configured.ifPresent(output::configuration);
      return configured.isPresent() ? Exit.DONE : output.exit();
    }
    if (paths.size() != 1) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, "show takes one plan file")
              .todo("Write one with orgform plan -out=FILE, or use --config."));
      return output.exit();
    }
    var reporting = asked.value().get();
    var file = output.told(SavedFile.open(shell, paths.getFirst(), sealing));
    file.ifPresent(output::file);
    file.ifPresent(saved -> output.diagnostics(reporting.plan(saved)));
    output.diagnostics(reporting.ended(Report.PLAN, output.exit(), output.said()));
    return output.exit();
  }
}
