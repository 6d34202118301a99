package dev.orgform.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was last applied whole: the newest run that ended with exit code 0. An older one that had a
 * commit does not stand in for one that has none, because what came between would look undone.
 *
 * @param run its id
 * @param at when that run began
 * @param commit what it applied, where all of that was a commit
 * @param paths where in the commit; empty where there is no commit
 */
public record Baseline(String run, Instant at, Optional<String> commit, List<String> paths) {
  public Baseline {
    paths = List.copyOf(paths);
  }
}
