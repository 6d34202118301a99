package dev.orgform.config;

import dev.orgform.model.Checked;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The checkout that holds the configuration.
 *
 * @param root its folder
 * @param gitDirectory where Git keeps what belongs to it
 * @param paths the configuration's, as they are called in a commit: relative to the root, with
 *     {@code /} between their parts, and the empty text for the root itself
 * @param top the folder the program runs in, called the same way; nothing where that is elsewhere
 */
record Worktree(Path root, Path gitDirectory, List<String> paths, Optional<String> top) {
  private static final String GIT = ".git";
  private static final String LINK = "gitdir: ";
  private static final int MAX_LINK = 8192;

  Worktree {
    paths = List.copyOf(paths);
  }

  /** The one around all paths; nothing but names is looked at. */
  static Checked<Worktree> around(Path directory, List<Path> paths) {
    var roots = new TreeSet<Path>();
    var reals = new ArrayList<Path>();
    for (var path : paths) {
      var real = real(directory, path);
      var root = root(real);
      if (root.isEmpty()) {
        return Checked.failed(List.of(GitWords.noRepository(path, inBare(real))));
      }
      roots.add(root.get());
      reals.add(real);
    }
    if (roots.size() != 1) {
      return Checked.failed(List.of(GitWords.manyRepositories(List.copyOf(roots))));
    }
    var root = roots.first();
    try {
      var names = reals.stream().map(real -> name(root, real)).toList();
      var top = top(root, real(directory, Path.of("")));
      return Checked.of(new Worktree(root, gitDirectory(root.resolve(GIT)), names, top), List.of());
    } catch (IOException e) {
      return Checked.failed(List.of(GitWords.unusable(root)));
    }
  }

  /**
   * Links on the way to the working directory do not matter; those below it are refused on disk.
   */
  private static Path real(Path directory, Path path) {
    var whole = directory.resolve(path).toAbsolutePath().normalize();
    var from = path.isAbsolute() ? whole.getParent() : directory.toAbsolutePath().normalize();
    if (from == null) {
      return whole;
    }
    try {
      return from.toRealPath().resolve(from.relativize(whole)).normalize();
    } catch (IOException e) {
      return whole;
    }
  }

  /** What lies above the root is in no commit. */
  private static Optional<String> top(Path root, Path directory) {
    if (root.startsWith(directory)) {
      return Optional.of("");
    }
    return directory.startsWith(root) ? Optional.of(name(root, directory)) : Optional.empty();
  }

  private static Optional<Path> root(Path inside) {
    for (var at = inside; at != null; at = at.getParent()) {
      if (Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS) && Files.exists(at.resolve(GIT))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static boolean inBare(Path inside) {
    for (var at = inside; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("HEAD"))
          && Files.isDirectory(at.resolve("objects"))
          && Files.isDirectory(at.resolve("refs"))) {
        return true;
      }
    }
    return false;
  }

  /** Submodules and linked work trees have a file that names the folder. */
  private static Path gitDirectory(Path git) throws IOException {
    if (Files.isDirectory(git)) {
      return git;
    }
    if (!Files.isRegularFile(git) || Files.size(git) > MAX_LINK) {
      throw new IOException("neither a folder nor a link");
    }
    var text = Files.readString(git, StandardCharsets.UTF_8).strip();
    if (!text.startsWith(LINK) || text.indexOf('\0') >= 0) {
      throw new IOException("not a link");
    }
    return git.resolveSibling(text.substring(LINK.length())).normalize();
  }

  private static String name(Path root, Path real) {
    return root.relativize(real).toString().replace(File.separatorChar, '/');
  }
}
