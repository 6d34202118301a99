package dev.orgform.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a plan is saved. */
final class SaveOptions {
  @Option(
      names = {"--out", "-out"},
      paramLabel = "FILE",
      description = "Write the plan to a file (JSON) that `apply FILE` does exactly.")
  Optional<Path> out = Optional.empty();

  @Option(
      names = {"--expires", "-expires"},
      paramLabel = "DURATION",
      defaultValue = "24h",
      converter = DurationConverter.class,
      description = "With -out: how long the plan may be applied (default: 24h).")
  Duration expires;

  @Option(
      names = {"--sign-key", "-sign-key"},
      paramLabel = "FILE",
      description =
          "With -out: sign with this Ed25519 key (PKCS#8 PEM). With ORGFORM_PLAN_KEY or"
              + " ORGFORM_PLAN_KEY_FILE set, plans carry a MAC as well.")
  Optional<Path> signKey = Optional.empty();
}
