package dev.orgform.cli;

import dev.orgform.config.CheckedOut;
import dev.orgform.config.Commit;
import dev.orgform.config.Configuration;
import dev.orgform.config.GitHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where in Git a configuration is from.
 *
 * @param commit what is checked out, where the configuration is byte for byte in it
 * @param paths where in it; empty where there is no commit
 */
record Origin(Optional<Commit> commit, List<String> paths) {
  static final Origin NONE = new Origin(Optional.empty(), List.of());

  Origin {
    paths = List.copyOf(paths);
  }

  /** A look at Git that goes on beside everything else, because it takes a tenth of a second. */
  static final class Search {
    private final CompletableFuture<Optional<Found>> found;
    private final Map<String, String> environment;

    private Search(CompletableFuture<Optional<Found>> found, Map<String, String> environment) {
      this.found = found;
      this.environment = environment;
    }

    /** Begins before anything else is read. */
    static Search begin(Shell shell, PathsParameter paths) {
      var given = List.copyOf(paths.orHere());
      return new Search(
          CompletableFuture.supplyAsync(
              () -> GitHistory.around(shell.directory(), given).value().map(Found::in)),
          shell.environment());
    }

    /** Where a configuration is from that was read meanwhile; to be asked once. */
    Origin of(Configuration configuration) {
      return found.join().map(looked -> of(looked, configuration)).orElse(NONE);
    }

    private Origin of(Found looked, Configuration configuration) {
      try (looked) {
        return looked
            .checkedOut()
            .filter(commit -> commit.holds(configuration, environment))
            .map(commit -> new Origin(Optional.of(commit.commit()), commit.paths()))
            .orElse(NONE);
      }
    }
  }

  private record Found(GitHistory history, Optional<CheckedOut> checkedOut)
      implements AutoCloseable {
    static Found in(GitHistory history) {
      return new Found(history, history.checkedOut());
    }

    @Override
    public void close() {
      history.close();
    }
  }
}
