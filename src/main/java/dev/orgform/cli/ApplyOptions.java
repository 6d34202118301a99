package dev.orgform.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How whatever changes something asks, waits and locks. */
final class ApplyOptions {
  @Option(
      names = {"--auto-approve", "-auto-approve"},
      description = "Do not ask before applying.")
  boolean autoApprove;

  @Option(
      names = {"--input", "-input"},
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Whether to ask; with false (and with CI set) an unapproved apply is refused.")
  boolean input;

  @Option(
      names = {"--settle", "-settle"},
      paramLabel = "DURATION",
      defaultValue = "300s",
      converter = DurationConverter.class,
      description = "How long to wait until a new organization shows up (default: 300s).")
  Duration settle;

  @Option(
      names = {"--lock", "-lock"},
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "With false: go on even where another run holds the lock (dangerous).")
  boolean lock;

  @Option(
      names = {"--lock-timeout", "-lock-timeout"},
      paramLabel = "DURATION",
      defaultValue = "0s",
      converter = DurationConverter.class,
      description = "How long to wait for another run on the same estate (default: 0s).")
  Duration lockTimeout;
}
