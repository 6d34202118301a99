package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.config.DiskSources;
import dev.orgform.config.Loader;
import dev.orgform.guard.Guards;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Checked;
import java.nio.file.Path;
import java.util.ArrayList;
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
    var loaded =
        Loader.load(new DiskSources(shell.directory(), paths), shell.environment(), Kinds.kinds());
    return loaded.value().map(configuration -> ruled(configuration, loaded)).orElse(loaded);
  }

  /** The same, where every rule of its guard file can be asked. */
  private static Checked<Configuration> ruled(
      Configuration configuration, Checked<Configuration> loaded) {
    var said = new ArrayList<>(loaded.diagnostics());
    said.addAll(Guards.check(configuration.policy()));
    return Checked.of(configuration, said);
  }
}
