package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** Where the configuration is. */
final class PathsParameter {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "YAML files, and folders that are searched for them (default: .).")
  List<Path> paths = new ArrayList<>();

  /** An empty word is a variable that is not set, and never means the current folder. */
  Optional<Diagnostic> misuse() {
    return paths.stream().anyMatch(path -> path.toString().isEmpty())
        ? Optional.of(
            Diagnostic.error(Code.BAD_USAGE, "A path is empty")
                .because("An empty word is mostly a variable that is not set.")
                .todo("Name a file or folder; `.` is the one you are in."))
        : Optional.empty();
  }

  List<Path> orHere() {
    return paths.isEmpty() ? List.of(Path.of("")) : paths;
  }
}
