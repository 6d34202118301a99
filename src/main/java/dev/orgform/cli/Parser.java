package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How command lines are read: with Terraform's habits, and our exit codes. */
final class Parser {
  private Parser() {}

  static CommandLine of(Orgform root, Shell shell) {
    return flagsSayYes(new CommandLine(root))
        .registerConverter(boolean.class, new YesOrNo())
        .setExpandAtFiles(false) // a path may begin with @
        .setPosixClusteredShortOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
        .setDefaultValueProvider(argument -> fromEnvironment(argument, shell))
        .setParameterExceptionHandler((wrong, arguments) -> misused(wrong, shell, arguments))
        .setExecutionExceptionHandler((defect, line, parsed) -> broken(defect, shell));
  }

  /**
   * Picocli takes a flag for the opposite of its default, which a variable may have set: {@code
   * --sandbox} beside {@code ORGFORM_SANDBOX=true} would mean Cloudflare.
   */
  private static CommandLine flagsSayYes(CommandLine line) {
    var command = line.getCommandSpec();
    for (var option : List.copyOf(command.options())) {
      if (option.arity().max() == 0 && !option.usageHelp()) {
        command.remove(option);
        command.addOption(OptionSpec.builder(option).fallbackValue("true").build());
      }
    }
    line.getSubcommands().values().forEach(Parser::flagsSayYes);
    return line;
  }

  /** {@code --auto-approve} is {@code ORGFORM_AUTO_APPROVE} where the flag is not given. */
  private static @Nullable String fromEnvironment(ArgSpec argument, Shell shell) {
    if (!(argument instanceof OptionSpec option) || !isSetting(option)) {
      return null;
    }
    var text = shell.variable(variable(option));
    return text.isEmpty() ? null : text;
  }

  /** The variable that stands for an option. */
  static String variable(OptionSpec option) {
    return variable(option.longestName());
  }

  /** The variable that stands for a flag: {@code --no-color} is {@code ORGFORM_NO_COLOR}. */
  static String variable(String flag) {
    var name = flag.replaceFirst("^-+", "").replace('-', '_');
    return "ORGFORM_" + name.toUpperCase(Locale.ROOT);
  }

  /** What asks for help or the version is no setting; pipelines name what they install so. */
  private static boolean isSetting(OptionSpec option) {
    return !option.usageHelp() && !option.longestName().equals("--version");
  }

  private static int misused(ParameterException wrong, Shell shell, String... arguments) {
    var options = new OutputOptions();
    options.json = asksForJson(arguments);
    var command = wrong.getCommandLine().getCommandSpec().userObject();
    var output =
        command instanceof Documented ? Output.beside(shell, options) : Output.of(shell, options);
    output.diagnostic(Misuse.of(wrong, shell));
    return Exit.USAGE;
  }

  /** Whoever typed it reads lines of JSON, even where the rest cannot be understood. */
  private static boolean asksForJson(String... arguments) {
    return Arrays.stream(arguments)
        .takeWhile(word -> !word.equals("--"))
        .anyMatch(word -> word.equals("-json") || word.equals("--json"));
  }

  /** A defect is named well enough to be reported, without a trace that could hold a secret. */
  static int broken(Throwable thrown, Shell shell) {
    // A thread that somebody waited for hands its defect on wrapped up.
    var cause = thrown instanceof CompletionException ? thrown.getCause() : null;
    var defect = cause == null ? thrown : cause;
    var where =
        Arrays.stream(defect.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.orgform"))
            .findFirst()
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("somewhere");
    var diagnostic =
        Diagnostic.error(Code.INTERNAL, "orgform has a defect and stopped")
            .because(defect.getClass().getSimpleName() + " at " + where + ".")
            .todo(
                "Please report it with the command line. Before applying again, run `orgform plan`:"
                    + " it shows what is so now.");
    Output.of(shell, new OutputOptions()).diagnostic(diagnostic);
    return Exit.FAILED;
  }
}
