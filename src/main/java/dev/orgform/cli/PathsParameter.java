package dev.orgform.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Where the configuration is. */
final class PathsParameter {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "YAML files, and folders that are searched for them (default: .).")
  List<Path> paths = new ArrayList<>();

  List<Path> orHere() {
    return paths.isEmpty() ? List.of(Path.of("")) : paths;
  }
}
