package dev.orgform.cli;

import dev.orgform.config.Nearest;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to people whose command line cannot be understood. */
final class Misuse {
  private Misuse() {}

  static Diagnostic of(ParameterException wrong, Shell shell) {
    var command = wrong.getCommandLine().getCommandSpec();
    var said =
        wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
            ? unmatched(command, unmatched.getUnmatched().getFirst())
            : Diagnostic.error(Code.BAD_USAGE, firstLine(String.valueOf(wrong.getMessage())))
                .because(origin(wrong, shell));
    return said.todo("See " + command.qualifiedName() + " --help.");
  }

  /** Where a value comes from that nobody typed. */
  private static String origin(ParameterException wrong, Shell shell) {
    if (!(wrong.getArgSpec() instanceof OptionSpec option)) {
      return "";
    }
    var variable = Parser.variable(option);
    var value = shell.variable(variable);
    return !value.isEmpty() && value.equals(wrong.getValue())
        ? "It comes from the environment variable " + variable + "."
        : "";
  }

  private static Diagnostic unmatched(CommandSpec command, String word) {
    if (word.startsWith("-")) {
      return option(command, word.replaceFirst("(?s)=.*", ""));
    }
    var commands =
        command.subcommands().values().stream()
            .map(line -> line.getCommandSpec())
            .filter(sub -> !sub.usageMessage().hidden())
            .map(CommandSpec::name)
            .toList();
    return commands.isEmpty()
        ? Diagnostic.error(Code.BAD_USAGE, command.name() + " does not take \"" + word + "\"")
        : Diagnostic.error(Code.BAD_USAGE, "There is no command \"" + word + "\"")
            .because(Nearest.hint(word, commands));
  }

  private static Diagnostic option(CommandSpec command, String word) {
    var said = Diagnostic.error(Code.BAD_USAGE, "There is no option " + word);
    var root = command.root();
    if (!command.equals(root) && root.optionsMap().containsKey(word)) {
      return said.because(
          "It stands before the command: %s %s=... %s"
              .formatted(root.name(), word, command.name()));
    }
    return said.because(Nearest.hint(word, names(command)));
  }

  /** Those with as many dashes as people would write first. */
  private static List<String> names(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> option.longestName())
        .toList();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("The command line cannot be understood");
  }
}
