package dev.orgform.config;

import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where configuration files come from: a folder on disk, or a commit. */
@FunctionalInterface
public interface Sources {
  /** The guard file, which lies beside the configuration and is not part of it. */
  String GUARD_FILE = "orgform.guard.yaml";

  /** The largest file, in bytes. */
  int MAX_FILE = 1 << 20;

  /** The largest sum of all files, in bytes. */
  int MAX_TOTAL = 64 << 20;

  /** How many files are read at most. */
  int MAX_FILES = 10_000;

  /** Looks for files, and opens none of them. */
  Found find();

  /**
   * What there is.
   *
   * @param entries every YAML file, in the order of their names
   * @param problems what could not be looked at, or must not be
   */
  record Found(List<Entry> entries, List<Diagnostic> problems) {
    public Found {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  /**
   * One YAML file.
   *
   * @param name as people see it
   * @param size in bytes
   * @param named whether the user named this very file, and not a folder that holds it
   * @param content its bytes, read when asked for
   */
  record Entry(String name, long size, boolean named, Content content) {}

  /** The bytes of a file. */
  @FunctionalInterface
  interface Content {
    /** At most {@link #MAX_FILE} + 1 bytes, so that a file that grows meanwhile is noticed. */
    byte[] read() throws IOException;
  }

  /** Files in memory, by name; names that are no configuration are left out as on disk. */
  static Sources of(Map<String, byte[]> files) {
    var entries =
        new TreeMap<>(files)
            .entrySet().stream()
                .filter(file -> belongs(file.getKey()))
                .map(f -> new Entry(f.getKey(), f.getValue().length, false, f::getValue))
                .toList();
    return () -> new Found(entries, List.of());
  }

  /**
   * Whether a path, with {@code /} between its parts, can name a configuration file: YAML by its
   * ending, not the guard file, and nothing hidden on the way.
   */
  static boolean belongs(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.equals(GUARD_FILE)
        && !path.startsWith(".")
        && !path.contains("/.");
  }
}
