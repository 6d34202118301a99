package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Flags that were given and would do nothing: whoever gives one believes that it does something.
 * What a variable of the environment says is a habit for many commands; it is told, and let be.
 */
final class Idle {
  private static final List<Need> NEEDS =
      List.of(
          new Need(
              "--converge",
              "--base",
              "Without --base, live is made to match the YAML anyway, drift and all."),
          new Need(
              "--adopt",
              "--base",
              "Without --base, what differs is an ordinary change that needs no such word."),
          new Need("--expires", "--out", "Without -out, no plan is kept that could expire."),
          new Need("--sign-key", "--out", "Without -out, there is no file to sign."));

  private Idle() {}

  /**
   * A flag and what it says something about.
   *
   * @param why what is so without it, in a sentence
   */
  private record Need(String flag, String other, String why) {
    Diagnostic unmet() {
      return Diagnostic.error(
              Code.BAD_USAGE,
              flag + " does nothing without " + (other.equals("--out") ? "-out" : other))
          .because(why)
          .todo("Leave %s out, or say %s as well.".formatted(flag, asWritten()));
    }

    Diagnostic unheard() {
      var variable = Parser.variable(flag);
      return Diagnostic.note(Code.IDLE_VARIABLE, variable + " has no effect here")
          .because(why)
          .todo(
              "All is well where it is meant for other commands; else say %s."
                  .formatted(asWritten()));
    }

    private String asWritten() {
      return other.equals("--out") ? "-out=FILE" : "--base=REF|DIR|last";
    }
  }

  /** An error for each of them; none where all flags mean something. */
  static List<Diagnostic> flags(CommandSpec command) {
    var given = command.commandLine().getParseResult();
    return NEEDS.stream()
        .filter(need -> given.hasMatchedOption(need.flag) && !isSet(command, need.other))
        .map(Need::unmet)
        .toList();
  }

  /** A note for each variable that says such a flag and would do nothing either. */
  static List<Diagnostic> variables(CommandSpec command, Shell shell) {
    var given = command.commandLine().getParseResult();
    return NEEDS.stream()
        .filter(need -> !shell.variable(Parser.variable(need.flag)).isEmpty())
        .filter(need -> !given.hasMatchedOption(need.flag) && !isSet(command, need.other))
        .filter(need -> saysSomething(command, need.flag))
        .map(Need::unheard)
        .toList();
  }

  private static boolean saysSomething(CommandSpec command, String flag) {
    var option = command.findOption(flag);
    return option != null && !Boolean.FALSE.equals(option.getValue());
  }

  private static boolean isSet(CommandSpec command, String flag) {
    var option = command.findOption(flag);
    return option != null && option.getValue() instanceof Optional<?> value && value.isPresent();
  }
}
