package dev.orgform.cli;

import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.FaultList;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.KnobList;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Refused;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The emulator as a server. */
@Command(
    name = "sandbox",
    header = "Serve the embedded emulator of the Organizations API on this machine.",
    description = {
      "Any tool that speaks the API can be pointed at it. Without --seed it serves",
      "the estate that --sandbox uses, so that both see the same organizations."
    },
    subcommands = {SandboxEditCommand.class, SandboxResetCommand.class, SandboxChaosCommand.class},
    footer = {
      "",
      "Examples:",
      "  orgform sandbox --port 8787",
      "  orgform sandbox --port 8787 --seed live.json --knob visible-after=5s",
      "  orgform sandbox --port 8787 --faults \"3:acted+reset@0,9:429(retry-after=5)\"",
      "  orgform sandbox --list-knobs",
      "  orgform sandbox edit rename acme \"Acme Corp\""
    })
final class SandboxCommand implements Callable<Integer> {
  @ParentCommand private Orgform root;
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions options;

  @Option(
      names = {"--port", "-port"},
      paramLabel = "PORT",
      defaultValue = "8787",
      description = "The port on 127.0.0.1 (default: 8787; 0 for any that is free).")
  int port;

  @Option(
      names = {"--seed", "-seed"},
      paramLabel = "FILE",
      description = "Begin with the estate in this file and keep changes in memory only.")
  Optional<Path> seed = Optional.empty();

  @Option(
      names = {"--store", "-store"},
      paramLabel = "DIR",
      description = "Where the estate is kept (default: .orgform).")
  Optional<Path> store = Optional.empty();

  @Option(
      names = {"--knob", "-knob"},
      paramLabel = "NAME=VALUE",
      description = "Choose one of the answers that the documents leave open; see --list-knobs.")
  List<String> knobs = new ArrayList<>();

  @Option(
      names = {"--list-knobs", "-list-knobs"},
      description = "List the knobs and what they may be set to.")
  boolean listKnobs;

  @Option(
      names = {"--faults", "-faults"},
      paramLabel = "FAULTS",
      description =
          "What goes wrong: REQUEST:FAULT,... with requests counted from 1, or seed:NUMBER[,storm]"
              + " for chance; see --list-faults.")
  String faults = "none";

  @Option(
      names = {"--list-faults", "-list-faults"},
      description = "List the faults and how they are written.")
  boolean listFaults;

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "There is no port " + port);
    }
    var shell = root.shell();
    var output = Output.of(shell, options);
    if (listKnobs) {
      output.text(knobList());
      return Exit.DONE;
    }
    if (listFaults) {
      output.text(faultList());
      return Exit.DONE;
    }
    try {
      var keep = keep(shell, output);
      return keep.isPresent() ? serve(shell, output, keep.get()) : output.exit();
    } catch (Refused refused) {
      output.diagnostic(Connection.refused(refused));
      return Exit.USAGE;
    }
  }

  private static String knobList() {
    return KnobList.ALL.stream()
        .map(
            knob ->
                "%s=%s%n    %s%n    default: %s"
                    .formatted(knob.name(), knob.choices(), knob.meaning(), knob.preset()))
        .collect(Collectors.joining("\n"));
  }

  private static String faultList() {
    return FaultList.HOW_TO
        + FaultList.ALL.stream()
            .map(
                fault ->
                    "%s%s%n    %s"
                        .formatted(fault.mayAct() ? "[acted+]" : "", fault.form(), fault.meaning()))
            .collect(Collectors.joining("\n"));
  }

  Orgform root() {
    return root;
  }

  private Optional<Keep> keep(Shell shell, Output output) {
    if (seed.isPresent()) {
      var estate = Estate.read(shell.directory().resolve(seed.get()));
      return Optional.of(Keep.inMemory(estate));
    }
    return output
        .told(Connection.store(shell, store))
        .flatMap(folder -> output.told(Connection.keep(folder)));
  }

  private int serve(Shell shell, Output output, Keep keep) {
    var sandbox =
        new Sandbox(keep, Knobs.parse(knobs), List.of(), shell.clock(), Faults.parse(faults));
    try (var server = SandboxServer.start(sandbox, port)) {
      output.serving(server.baseUrl().toString());
      new CountDownLatch(1).await();
      return Exit.DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Exit.DONE;
    }
  }
}
