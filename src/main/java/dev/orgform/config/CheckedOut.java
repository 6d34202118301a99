package dev.orgform.config;

import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The commit that is checked out; readable as long as the history it is from is open.
 *
 * @param commit its name
 * @param paths the configuration's, relative to the root of the repository
 * @param files every YAML file that it has there, and the guard file
 */
public record CheckedOut(Commit commit, List<String> paths, Sources.Found files) {
  public CheckedOut {
    paths = List.copyOf(paths);
  }

  /**
   * Whether it holds a configuration as it was read from disk, byte for byte; of what was changed
   * beside the configuration nothing is said. Files are told by their contents: what a file is
   * called does not change what it says.
   */
  public boolean holds(Configuration now, Map<String, String> environment) {
    if (files.problems().stream().anyMatch(Diagnostic::isError)
        || files.entries().size() > Sources.MAX_FILES) {
      return false;
    }
    var sought = new ArrayList<>(now.files().stream().map(file -> file.digest()).toList());
    var others = new ArrayList<Sources.Entry>();
    try {
      for (var guard : files.guards()) {
        if (!sought.remove(Digests.of(guard.content().read()))) {
          return false;
        }
      }
      for (var entry : files.entries()) {
        if (!sought.remove(Digests.of(entry.content().read()))) {
          others.add(entry);
        }
      }
    } catch (IOException e) {
      return false;
    }
    return sought.isEmpty() && areNoConfiguration(others, environment);
  }

  /** Whether reading them would skip them all, as it did with what is on disk in their place. */
  private static boolean areNoConfiguration(
      List<Sources.Entry> entries, Map<String, String> environment) {
    var reading = new Reading(new Substitution(environment), new Findings());
    reading.all(new Sources.Found(entries, List.of()));
    return reading.documents().isEmpty() && reading.complete();
  }
}
