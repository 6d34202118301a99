package dev.orgform.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says of a command what {@code --help} says. */
@Command(
    name = "help",
    header = "Show help, as --help does.",
    footer = {
      "",
      "Examples:",
      "  orgform help",
      "  orgform help plan",
      "  orgform help sandbox edit"
    })
final class HelpCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command to show the help of; orgform itself where none is given.")
  List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    var line = root.commandLine();
    for (var word : words) {
      var next = line.getSubcommands().get(word);
      if (next == null) {
        throw new UnmatchedArgumentException(line, List.of(word));
      }
      line = next;
    }
    line.usage(line.getOut());
    return Exit.DONE;
  }
}
