package dev.orgform.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Writes a completion script. */
@Command(
    name = "completion",
    header = "Write a completion script for bash, which zsh can load too.",
    footer = {
      "",
      "Examples:",
      "  source <(orgform completion)",
      "In zsh, run this first:",
      "  autoload -U bashcompinit && bashcompinit"
    })
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;

  @Override
  public Integer call() {
    root.shell().out().print(AutoComplete.bash("orgform", root.commandLine()));
    return Exit.DONE;
  }
}
