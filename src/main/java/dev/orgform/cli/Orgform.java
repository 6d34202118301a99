package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others hang on. */
@Command(
    name = "orgform",
    synopsisSubcommandLabel = "COMMAND",
    header = "Declarative control for Cloudflare Organizations.",
    description = "YAML in Git says how the organization tree should be; orgform makes it so.",
    footer = {
      "",
      "Start here, without credentials:",
      "  orgform apply examples/quickstart --sandbox",
      "",
      "Environment: CLOUDFLARE_EMAIL with CLOUDFLARE_API_KEY, or",
      "CLOUDFLARE_API_TOKEN (each also as ..._FILE), CLOUDFLARE_BASE_URL, NO_COLOR,",
      "CI, and ORGFORM_FLAG for any --flag (ORGFORM_NO_COLOR=1), which is passed over",
      "where the flag would do nothing. Exit codes: orgform explain exit-codes."
    },
    subcommands = {
      ValidateCommand.class,
      PlanCommand.class,
      ApplyCommand.class,
      DriftCommand.class,
      ImportCommand.class,
      AuditCommand.class,
      UsageCommand.class,
      GraphCommand.class,
      ShowCommand.class,
      DoctorCommand.class,
      HistoryCommand.class,
      RollbackCommand.class,
      UnlockCommand.class,
      SandboxCommand.class,
      ExplainCommand.class,
      HelpCommand.class,
      VersionCommand.class,
      CompletionCommand.class,
      TrainingRunCommand.class
    })
public final class Orgform implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = {"--chdir", "-chdir"},
      paramLabel = "DIR",
      description = "Work in another directory; stands before the command.")
  Optional<Path> chdir = Optional.empty();

  @Option(
      names = {"--help", "-help", "-h"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show help, for a command too: orgform COMMAND --help.")
  boolean help;

  @Option(
      names = {"--version", "-version", "-v"},
      description = "Show the version.")
  boolean version;

  @SuppressWarnings("NullAway.Init") // picocli fills in the specification
  private Orgform(Shell shell) {
    this.shell = shell;
  }

  /** The parser hands on exceptions alone; a failed assertion, or a lost class, is a defect too. */
  private static int parsed(Shell shell, String... arguments) {
    try {
      return Parser.of(new Orgform(shell), shell).execute(arguments);
    } catch (Error | RuntimeException defect) {
      return Parser.broken(defect, shell);
    }
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  public static int execute(Shell shell, String... arguments) {
    int exit = parsed(shell, arguments);
    if (!shell.out().checkError()) {
      return exit;
    }
    Output.of(shell, new OutputOptions()).diagnostic(unheard());
    return exit == Exit.DONE || exit == Exit.PENDING ? Exit.FAILED : exit;
  }

  /** Says in words that a thread ended by a defect: no trace of it is for people. */
  public static void broken(Shell shell, Throwable defect) {
    Parser.broken(defect, shell);
  }

  private static Diagnostic unheard() {
    return Diagnostic.error(Code.CANNOT_WRITE, "What this command says could not be written")
        .because("Its standard output is closed, or the disk is full.")
        .todo("What it did is done: `orgform plan` shows what is so now.");
  }

  /** The shell of the run, in the directory that {@code -chdir} names. */
  Shell shell() {
    if (chdir.isEmpty()) {
      return shell;
    }
    var moved = shell.in(chdir.get());
    if (!Files.isDirectory(moved.directory())) {
      throw new ParameterException(
          spec.commandLine(), "-chdir: " + chdir.get() + " is not a directory");
    }
    return moved;
  }

  @Override
  public Integer call() {
    if (version) {
      Output.of(shell, new OutputOptions()).version();
      return Exit.DONE;
    }
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  CommandLine commandLine() {
    return spec.commandLine();
  }
}
