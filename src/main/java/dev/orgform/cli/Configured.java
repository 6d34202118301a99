package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.config.DiskSources;
import dev.orgform.config.Loader;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Checked;
import java.nio.file.Path;
import java.util.List;

/** The configuration of a run. */
final class Configured {
  private Configured() {}

  static Checked<Configuration> load(Shell shell, PathsParameter paths) {
    return paths
        .misuse()
        .<Checked<Configuration>>map(misuse -> Checked.failed(List.of(misuse)))
        .orElseGet(() -> load(shell, paths.orHere()));
  }

  static Checked<Configuration> load(Shell shell, List<Path> paths) {
    return Loader.load(
        new DiskSources(shell.directory(), paths), shell.environment(), Kinds.kinds());
  }
}
