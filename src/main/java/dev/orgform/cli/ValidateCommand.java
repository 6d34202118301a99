package dev.orgform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Reads the configuration and nothing else. */
@Command(
    name = "validate",
    header = "Check the configuration without any network or credentials.",
    footer = {"", "Examples:", "  orgform validate", "  orgform validate examples/quickstart"})
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private PathsParameter paths;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.of(shell, options);
    var configuration = Configured.load(shell, paths);
    output.diagnostics(configuration.diagnostics());
    output.validated(configuration);
    return Exit.of(configuration.diagnostics());
  }
}
