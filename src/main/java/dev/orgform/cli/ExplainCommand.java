package dev.orgform.cli;

import dev.orgform.config.Nearest;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what a code means. */
@Command(
    name = "explain",
    header = "Say what a diagnostic's code or an exit code means.",
    footer = {
      "",
      "Examples:",
      "  orgform explain",
      "  orgform explain ambiguous-match",
      "  orgform explain exit-codes"
    })
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "A code as it stands behind a diagnostic; all of them where none is given.")
  Optional<String> code = Optional.empty();

  @Override
  public Integer call() {
    var output = Output.of(root.shell(), options);
    if (code.isEmpty()) {
      output.codes(List.of(Code.values()));
    } else if (code.get().equals("exit-codes")) {
      output.exitCodes();
    } else {
      Code.parse(code.get())
          .ifPresentOrElse(
              known -> output.codes(List.of(known)), () -> output.diagnostic(unknown(code.get())));
    }
    return output.exit();
  }

  private static Diagnostic unknown(String word) {
    var known = Arrays.stream(Code.values()).map(Code::word).toList();
    return Diagnostic.error(Code.BAD_USAGE, "There is no code \"" + word + "\"")
        .because(Nearest.hint(word, known))
        .todo("Run orgform explain to see them all.");
  }
}
