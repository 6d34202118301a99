package dev.orgform.cli;

import picocli.CommandLine.Option;

/** How a command says things. */
final class OutputOptions {
  @Option(
      names = {"--no-color", "-no-color"},
      description = "Plain text without colours (also: NO_COLOR).")
  boolean noColor;

  @Option(
      names = {"--json", "-json"},
      description = "One JSON object a line on stdout instead of text.")
  boolean json;
}
