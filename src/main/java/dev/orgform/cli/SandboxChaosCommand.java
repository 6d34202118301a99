package dev.orgform.cli;

import dev.orgform.chaos.Engine;
import dev.orgform.chaos.Mishaps;
import dev.orgform.chaos.Simulation;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Refused;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The simulation, for whoever wants to see for themselves. */
@Command(
    name = "chaos",
    header = "Simulate applies in which everything goes wrong, and judge every step.",
    description = {
      "Each seed is a tree, a live estate and a storm of faults, crashes, signals, full",
      "disks and wrong clocks, played in virtual time against the embedded emulator",
      "with the engine that apply uses. The same seed is always the same story.",
      "",
      "One seed tells its story line by line, in virtual seconds; several end with what",
      "they met. No file and no network is touched. It exits 0 when every promise was",
      "kept, and 1 with a command that replays the one that was not."
    },
    footer = {
      "",
      "Examples:",
      "  orgform sandbox chaos --seed 4711",
      "  orgform sandbox chaos --seed 1 --seeds 1000"
    })
final class SandboxChaosCommand implements Callable<Integer> {
  @ParentCommand private SandboxCommand sandbox;
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--seed", "-seed"},
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The first seed (default: 1).")
  long seed;

  @Option(
      names = {"--seeds", "-seeds"},
      paramLabel = "COUNT",
      defaultValue = "1",
      description = "How many seeds from there on (default: 1).")
  int seeds;

  @Option(
      names = {"--faults", "-faults"},
      paramLabel = "FAULTS",
      description =
          "What goes wrong at the server instead of what the seed chooses; see orgform sandbox"
              + " --list-faults.")
  Optional<String> faults = Optional.empty();

  @Option(
      names = {"--mishaps", "-mishaps"},
      paramLabel = "MISHAPS",
      description =
          "What befalls the process instead of what the seed chooses: MOMENT:WORD,... with the"
              + " words kill, stop, full, forward, back, or none.")
  Optional<String> mishaps = Optional.empty();

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "There are no " + seeds + " seeds to run");
    }
    var output = Output.of(sandbox.root().shell(), options);
    try {
      var simulation =
          new Simulation(
              Engine.SHIPPED,
              faults.map(Faults::parse),
              mishaps.map(Mishaps.Listed::parse),
              seeds == 1);
      return new ChaosRun(simulation, output).run(seed, seeds);
    } catch (Refused | IllegalArgumentException wrong) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, String.valueOf(wrong.getMessage()))
              .todo("See orgform sandbox chaos --help."));
      return Exit.USAGE;
    }
  }
}
