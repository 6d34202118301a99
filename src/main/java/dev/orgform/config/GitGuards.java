package dev.orgform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where in a commit guard files are looked for: where {@link GuardSearch} looks on disk. */
final class GitGuards {
  private GitGuards() {}

  /**
   * The guard files that may hold for a folder: in it, and above it up to where the program runs.
   *
   * @param top the folder the program runs in; a folder outside of that one is looked at alone
   */
  static List<String> around(String folder, Optional<String> top) {
    var found = new ArrayList<String>();
    var at = folder;
    found.add(in(at));
    while (top.isPresent() && !at.equals(top.get()) && lies(at, top.get())) {
      at = above(at);
      found.add(in(at));
    }
    return found;
  }

  private static boolean lies(String path, String folder) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  private static String in(String folder) {
    return below(folder, Sources.GUARD_FILE);
  }

  /** What lies in a folder, which may be the root. */
  static String below(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The folder that holds a path; the root holds what has no other. */
  static String above(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The parts of a path; the root has none. */
  static List<String> parts(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("/"));
  }
}
