package dev.orgform.cli;

import dev.orgform.config.DiskSources;
import dev.orgform.config.Loader;
import dev.orgform.config.Sources;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Reads files before anybody else does: what is written must be a configuration. */
final class Readback {
  private Readback() {}

  /**
   * What is wrong with files, or worth knowing of them.
   *
   * @param beside where the configuration is that they will be part of
   */
  static List<Diagnostic> of(Shell shell, SortedMap<String, byte[]> files, List<Path> beside) {
    Sources both =
        () -> {
          var fresh = Sources.of(files).find();
          if (beside.isEmpty()) {
            return fresh;
          }
          var there = new DiskSources(shell.directory(), beside).find();
          var entries = new ArrayList<>(there.entries());
          entries.addAll(fresh.entries());
          return new Sources.Found(entries, List.of(), fresh.problems());
        };
    return Loader.load(both, shell.environment(), Kinds.kinds()).diagnostics().stream()
        .filter(one -> one.places().stream().anyMatch(place -> files.containsKey(place.file())))
        .toList();
  }
}
