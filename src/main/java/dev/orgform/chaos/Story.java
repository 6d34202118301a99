package dev.orgform.chaos;

import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * What came of one seed.
 *
 * @param violation the first promise that was broken
 * @param hash the same only where all happened the same
 * @param faults those that had an effect
 * @param mishaps those that befell the process
 * @param runs how often apply was run
 * @param requests how many reached the sandbox
 * @param met what of it put promises to the test
 * @param lines what happened, where that was wanted
 */
public record Story(
    long seed,
    Optional<Violation> violation,
    long hash,
    Schedule faults,
    Mishaps.Listed mishaps,
    int runs,
    int requests,
    Tally met,
    List<String> lines) {
  public Story {
    lines = List.copyOf(lines);
  }

  public boolean isClean() {
    return violation.isEmpty();
  }

  /** The command that replays it. */
  public String command() {
    return command(seed, faults, mishaps);
  }

  static String command(long seed, Faults faults, Mishaps.Listed mishaps) {
    return "./orgform sandbox chaos --seed %d --faults '%s' --mishaps '%s'"
        .formatted(seed, faults, mishaps);
  }
}
