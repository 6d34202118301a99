package dev.orgform.cli;

import dev.orgform.config.Nearest;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "  orgform explain 65",
      "  orgform explain exit-codes"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final String EXIT_CODES = "exit-codes";

  @ParentCommand private Orgform root;
  @Mixin private OutputOptions options;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description =
          "A code as it stands behind a diagnostic, an exit code, or exit-codes; all codes where"
              + " none is given.")
  Optional<String> code = Optional.empty();

  @Override
  public Integer call() {
    var output = Output.of(root.shell(), options);
    if (code.isEmpty()) {
      output.codes(List.of(Code.values()));
    } else if (code.get().equals(EXIT_CODES)) {
      output.exitCodes();
    } else {
      page(code.get()).ifPresentOrElse(output::page, () -> output.diagnostic(unknown(code.get())));
    }
    return output.exit();
  }

  /**
   * A code is found as it stands in an output, in brackets too, and as it is called in the code.
   */
  private static Optional<Page> page(String given) {
    var word = given.toLowerCase(Locale.ROOT).replaceAll("[()]", "").replace('_', '-');
    var pages = CodePages.read();
    return word.matches("[0-9]{1,3}")
        ? Optional.of(Integer.valueOf(word))
            .filter(exit -> Exit.MEANINGS.containsKey(exit))
            .map(pages::of)
        : Code.parse(word).map(pages::of);
  }

  private static Diagnostic unknown(String word) {
    if (word.matches("[0-9]+")) {
      return Diagnostic.error(Code.BAD_USAGE, "There is no exit code " + word)
          .todo("Run orgform explain exit-codes to see them all.");
    }
    var known =
        Stream.concat(Arrays.stream(Code.values()).map(Code::word), Stream.of(EXIT_CODES)).toList();
    return Diagnostic.error(Code.BAD_USAGE, "There is no code \"" + word + "\"")
        .because(Nearest.hint(word, known))
        .todo("Run orgform explain to see them all.");
  }
}
