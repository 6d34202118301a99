package dev.orgform.config;

import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where configuration files come from: a folder on disk, or a commit. */
@FunctionalInterface
public interface Sources {
  /** The guard file, which lies beside the configuration or above it, and declares nothing. */
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
   * @param guards every guard file that holds for them; more than one are an error of the loader
   * @param problems what could not be looked at, or must not be
   */
  record Found(List<Entry> entries, List<Entry> guards, List<Diagnostic> problems) {
    public Found {
      entries = List.copyOf(entries);
      guards = List.copyOf(guards);
      problems = List.copyOf(problems);
    }

    /** Files without a guard file. */
    public Found(List<Entry> entries, List<Diagnostic> problems) {
      this(entries, List.of(), problems);
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
    /**
     * At most {@link #MAX_FILE} + 1 bytes, so that a file that grows meanwhile is noticed.
     *
     * @throws Unreadable where there is more to say than that it cannot be read
     */
    byte[] read() throws IOException;
  }

  /** Something cannot be read, for a reason that has its own words. */
  final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Diagnostic diagnostic;

    Unreadable(Diagnostic diagnostic) {
      super(diagnostic.summary());
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }

  /**
   * Files in memory, by name; names that are no configuration are left out as on disk. The guard
   * file is the one in their root.
   */
  static Sources of(Map<String, byte[]> files) {
    return () ->
        new Found(
            entries(files, Sources::belongs),
            entries(files, GUARD_FILE::equals),
            files.keySet().stream()
                .sorted()
                .filter(name -> !name.equals(GUARD_FILE) && GuardNames.isOne(name))
                .map(GuardNames::problem)
                .toList());
  }

  private static List<Entry> entries(Map<String, byte[]> files, Predicate<String> wanted) {
    return new TreeMap<>(files)
        .entrySet().stream()
            .filter(file -> wanted.test(file.getKey()))
            .map(f -> new Entry(f.getKey(), f.getValue().length, false, f::getValue))
            .toList();
  }

  /**
   * Whether a path, with {@code /} between its parts, can name a configuration file: YAML by its
   * ending, not the guard file however it is spelled, and nothing hidden on the way.
   */
  static boolean belongs(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !GuardNames.isOne(name)
        && !path.startsWith(".")
        && !path.contains("/.");
  }
}
