package dev.orgform.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What the configuration was before. */
final class BaseOption {
  static final String LAST = "last";

  @Option(
      names = {"--base", "-base"},
      paramLabel = "REF|DIR|last",
      description = {
        "What was applied before, so that only what changed since is planned: a branch, tag or"
            + " commit of the repository around the configuration; a folder that holds a whole"
            + " configuration; or last, the commit of the last apply that ended with 0."
            + " ./DIR is always a folder, and refs/... always a branch or tag."
      })
  Optional<String> base = Optional.empty();

  /** Whether the store must be asked which commit is meant. */
  boolean isLast() {
    return base.equals(Optional.of(LAST));
  }
}
