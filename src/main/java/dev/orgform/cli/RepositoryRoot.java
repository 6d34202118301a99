package dev.orgform.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What files are called from where code scanning, annotations and merge requests look for them: the
 * root of the repository, as CI names it or as {@code .git} lies.
 *
 * @param here the working directory
 * @param root where there is one
 */
record RepositoryRoot(Path here, Optional<Path> root) {
  /** What GitHub, GitLab and Azure call it. */
  private static final List<String> VARIABLES =
      List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY");

  static RepositoryRoot of(Shell shell) {
    var here = shell.directory().toAbsolutePath().normalize();
    for (var name : VARIABLES) {
      var value = shell.variable(name);
      if (!value.isEmpty() && here.startsWith(Path.of(value))) {
        return new RepositoryRoot(here, Optional.of(Path.of(value)));
      }
    }
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return new RepositoryRoot(here, Optional.of(at));
      }
    }
    return new RepositoryRoot(here, Optional.empty());
  }

  /** The file's name from the root, with {@code /}; as it is where it lies outside. */
  String name(String file) {
    try {
      var path = here.resolve(file).normalize();
      return root.filter(path::startsWith)
          .map(top -> top.relativize(path).toString().replace(File.separatorChar, '/'))
          .orElse(file);
    } catch (InvalidPathException e) {
      return file;
    }
  }
}
