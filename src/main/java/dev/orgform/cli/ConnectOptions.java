package dev.orgform.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which API a command speaks to, and how hard. */
final class ConnectOptions {
  @Option(
      names = {"--sandbox", "-sandbox"},
      description = "Use the embedded sandbox instead of Cloudflare; no credentials are read.")
  boolean sandbox;

  @Option(
      names = {"--knob", "-knob"},
      paramLabel = "NAME=VALUE",
      description = "With --sandbox: set one of its knobs (orgform sandbox --list-knobs).")
  List<String> knobs = new ArrayList<>();

  @Option(
      names = {"--store", "-store"},
      paramLabel = "DIR",
      description = "Where locks, history and the sandbox's estate are kept (default: .orgform).")
  Optional<Path> store = Optional.empty();

  @Option(
      names = {"--allow-host", "-allow-host"},
      paramLabel = "HOST",
      description =
          "A host other than Cloudflare's that CLOUDFLARE_BASE_URL may name and that credentials"
              + " may be sent to.")
  List<String> allowedHosts = new ArrayList<>();

  @Option(
      names = {"--parallelism", "-parallelism"},
      paramLabel = "N",
      defaultValue = "10",
      description = "How many requests may be under way at once (default: 10).")
  int parallelism;
}
