package dev.orgform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says which orgform this is and what it runs on. */
@Command(
    name = "version",
    header = "Show the version.",
    footer = {"", "Example:", "  orgform version -json"})
final class VersionCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private OutputOptions options;

  @Override
  public Integer call() {
    Output.of(root.shell(), options).version();
    return Exit.DONE;
  }
}
