package dev.orgform.cli;

import dev.orgform.chaos.Campaign;
import dev.orgform.chaos.Engine;
import dev.orgform.chaos.Mishaps;
import dev.orgform.chaos.Shrinking;
import dev.orgform.chaos.Simulation;
import dev.orgform.chaos.Story;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The simulation, for whoever wants to see for themselves. */
@Command(
    name = "chaos",
    header = "Simulate applies in which everything goes wrong, and judge every step.",
    description = {
      "Each seed is a tree, a live estate and a storm of faults, crashes, signals, full",
      "disks and wrong clocks, played in virtual time against the embedded emulator",
      "with the engine that apply uses. The same seed is always the same story."
    },
    footer = {
      "",
      "Examples:",
      "  orgform sandbox chaos --seed 4711",
      "  orgform sandbox chaos --seed 1 --seeds 1000"
    })
final class SandboxChaosCommand implements Callable<Integer> {
  private static final int ENOUGH = 5;

  @ParentCommand private SandboxCommand sandbox;
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
      description = "What goes wrong at the server instead of what the seed chooses.")
  Optional<String> faults = Optional.empty();

  @Option(
      names = {"--mishaps", "-mishaps"},
      paramLabel = "MISHAPS",
      description = "What befalls the process instead, such as 12:kill,40:stop, or none.")
  Optional<String> mishaps = Optional.empty();

  @Override
  public Integer call() {
    var shell = sandbox.root().shell();
    var output = Output.of(shell, options);
    try {
      var simulation =
          new Simulation(
              Engine.SHIPPED,
              faults.map(Faults::parse),
              mishaps.map(Mishaps.Listed::parse),
              seeds == 1);
      var broken = new ArrayList<Story>();
      var requests = new int[1];
      long began = System.nanoTime();
      int run =
          new Campaign(simulation, Runtime.getRuntime().availableProcessors(), ENOUGH)
              .run(
                  seeds,
                  number -> seed + number,
                  story -> {
                    requests[0] += story.requests();
                    if (seeds == 1) {
                      output.text(String.join("\n", story.lines()));
                    }
                    if (!story.isClean()) {
                      broken.add(story);
                    }
                  });
      var took = Duration.ofNanos(System.nanoTime() - began);
      output.text(summary(run, requests[0], broken.size(), took));
      broken.forEach(story -> output.diagnostic(told(story)));
      return broken.isEmpty() ? Exit.DONE : Exit.FAILED;
    } catch (Refused | IllegalArgumentException wrong) {
      output.diagnostic(
          Diagnostic.error(Code.BAD_USAGE, String.valueOf(wrong.getMessage()))
              .todo("See orgform sandbox chaos --help."));
      return Exit.USAGE;
    }
  }

  private static String summary(int run, int requests, int broken, Duration took) {
    return String.format(
        Locale.ROOT,
        "%,d seeds, %,d changes, %d broken promises, %.0f seeds/s",
        run,
        requests,
        broken,
        run * 1e9 / Math.max(1, took.toNanos()));
  }

  private static Diagnostic told(Story story) {
    var small = Shrinking.of(Engine.SHIPPED, story);
    return Diagnostic.error(
            Code.INTERNAL,
            "Seed " + story.seed() + " broke a promise: " + small.violation().orElseThrow())
        .todo("Replay it: " + small.command());
  }
}
