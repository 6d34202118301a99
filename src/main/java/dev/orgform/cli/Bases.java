package dev.orgform.cli;

import dev.orgform.config.Commit;
import dev.orgform.config.Configuration;
import dev.orgform.config.DiskSources;
import dev.orgform.config.GitHistory;
import dev.orgform.config.Loader;
import dev.orgform.guard.Guards;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Baseline;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds what {@code --base} means, and reads it. */
final class Bases {
  private final Shell shell;
  private final List<Path> paths;

  private Bases(Shell shell, List<Path> paths) {
    this.shell = shell;
    this.paths = paths;
  }

  /**
   * The base, where one is asked for; nothing of it is wrong then, though it may be empty.
   *
   * @param last what was last applied whole; asked only where the base is that
   */
  static Checked<Optional<Base>> load(
      Shell shell,
      PathsParameter paths,
      BaseOption option,
      Supplier<Checked<Optional<Baseline>>> last) {
    if (option.base.isEmpty()) {
      return Checked.of(Optional.empty(), List.of());
    }
    var bases = new Bases(shell, paths.orHere());
    var base = option.isLast() ? bases.last(last.get()) : bases.named(option.base.get());
    return base.value().isPresent()
        ? Checked.of(base.value(), base.diagnostics())
        : Checked.failed(base.diagnostics());
  }

  private Checked<Base> named(String given) {
    if (given.isBlank()) {
      return failed(BaseWords.empty());
    }
    if (isPath(given)) {
      return folder(given);
    }
    boolean isFolder = !given.startsWith("refs/") && exists(given);
    var history = GitHistory.around(shell.directory(), paths);
    if (history.value().isEmpty()) {
      return isFolder ? folder(given) : Checked.failed(history.diagnostics());
    }
    try (var open = history.value().get()) {
      var commit = open.commit(given);
      if (!isFolder) {
        return after(commit, found -> at(open, found, given, described(given, found)));
      }
      return commit.diagnostics().stream().allMatch(said -> said.code() == Code.BAD_BASE)
              && commit.value().isEmpty()
          ? folder(given)
          : failed(BaseWords.twoMeanings(given));
    }
  }

  private static boolean isPath(String given) {
    return given.equals(".")
        || given.equals("..")
        || given.startsWith("./")
        || given.startsWith("../")
        || given.startsWith("/")
        || given.endsWith("/");
  }

  private boolean exists(String given) {
    return path(given).filter(Files::isDirectory).isPresent();
  }

  private Optional<Path> path(String given) {
    try {
      return Optional.of(shell.directory().resolve(given));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String described(String given, Commit commit) {
    return commit.id().startsWith(given)
        ? commit.abbreviated()
        : given + " (" + commit.abbreviated() + ")";
  }

  private Checked<Base> folder(String given) {
    if (!exists(given)) {
      return failed(
          BaseWords.noFolder(given, path(given).filter(Files::isRegularFile).isPresent()));
    }
    if (paths.stream().anyMatch(path -> holds(resolved(path), resolved(Path.of(given))))) {
      return failed(BaseWords.within(given));
    }
    var sources = DiskSources.alone(shell.directory(), Path.of(given));
    return based(Loader.loadBase(sources, environment(), Kinds.kinds()), "folder " + given);
  }

  private Path resolved(Path path) {
    return shell.directory().resolve(path).toAbsolutePath().normalize();
  }

  /** Whether looking for configuration under a path finds a folder; hidden ones it passes by. */
  private static boolean holds(Path path, Path folder) {
    return folder.startsWith(path)
        && !("/" + path.relativize(folder).toString().replace('\\', '/')).contains("/.");
  }

  private Checked<Base> last(Checked<Optional<Baseline>> last) {
    return after(
        last, found -> found.map(this::since).orElseGet(() -> failed(BaseWords.nothingApplied())));
  }

  private Checked<Base> since(Baseline last) {
    if (last.commit().filter(Commit::isId).isEmpty()) {
      return failed(BaseWords.noCommit(last));
    }
    return after(
        GitHistory.around(shell.directory(), paths),
        history -> {
          try (history) {
            return history.paths().stream().allMatch(path -> covers(last.paths(), path))
                ? after(
                    history.commit(last.commit().get()),
                    commit ->
                        at(
                            history,
                            commit,
                            commit.abbreviated(),
                            "last apply (" + commit.abbreviated() + ")"))
                : failed(BaseWords.otherPaths(last));
          }
        });
  }

  private static boolean covers(List<String> applied, String path) {
    return applied.stream()
        .anyMatch(one -> one.isEmpty() || path.equals(one) || path.startsWith(one + "/"));
  }

  private Checked<Base> at(GitHistory history, Commit commit, String label, String described) {
    return based(history.at(commit, label, environment(), Kinds.kinds()), described);
  }

  private Map<String, String> environment() {
    return shell.environment();
  }

  /** The same, where every rule of its guard file can be asked. */
  private static Checked<Base> based(Checked<Configuration> configuration, String described) {
    return after(
        configuration,
        read -> {
          var said = new ArrayList<>(configuration.diagnostics());
          Guards.check(read.policy()).stream().filter(Diagnostic::isError).forEach(said::add);
          return Checked.of(new Base(read.desired(), read.policy(), described), said);
        });
  }

  private static <T> Checked<Base> after(Checked<T> first, Function<T, Checked<Base>> then) {
    return first.value().map(then).orElseGet(() -> Checked.failed(first.diagnostics()));
  }

  private static Checked<Base> failed(Diagnostic why) {
    return Checked.failed(List.of(why));
  }
}
