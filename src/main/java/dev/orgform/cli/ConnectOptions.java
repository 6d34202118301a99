package dev.orgform.cli;

import java.nio.file.Path;
import java.time.Duration;
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
      names = {"--faults", "-faults"},
      paramLabel = "FAULTS",
      description =
          "With --sandbox: what goes wrong, by request as in 3:acted+reset@0,9:429(retry-after=5),"
              + " or by chance as in seed:4711 (orgform sandbox --list-faults).")
  String faults = "none";

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
              + " may be sent to; this machine (127.0.0.1, [::1], localhost) need not be allowed.")
  List<String> allowedHosts = new ArrayList<>();

  @Option(
      names = {"--reserve", "-reserve"},
      paramLabel = "N",
      defaultValue = "200",
      converter = ReserveConverter.class,
      description =
          "How many of the API's 1,200 requests in five minutes are left to people at the dashboard"
              + " (default: 200).")
  int reserve;

  @Option(
      names = {"--max-wait", "-max-wait"},
      paramLabel = "DURATION",
      defaultValue = "15m",
      converter = DurationConverter.class,
      description = "How long to wait at most when the API asks for it (default: 15m).")
  Duration maxWait;

  @Option(
      names = {"--parallelism", "-parallelism"},
      paramLabel = "N",
      defaultValue = "10",
      converter = ParallelismConverter.class,
      description = "How many requests may be under way at once, 1 to 100 (default: 10).")
  int parallelism;

  /** The flags that were given and mean something in the sandbox alone. */
  List<String> forSandbox() {
    var given = new ArrayList<String>();
    if (!knobs.isEmpty()) {
      given.add("--knob");
    }
    if (!faults.strip().equals("none")) {
      given.add("--faults");
    }
    return List.copyOf(given);
  }
}
