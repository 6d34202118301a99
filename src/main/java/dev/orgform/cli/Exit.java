package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exit codes, which pipelines rely on. */
final class Exit {
  static final int DONE = 0;
  static final int FAILED = Code.Family.FAILED.exit();
  static final int PENDING = 2;
  static final int REFUSED = Code.Family.REFUSED.exit();
  static final int INCOMPLETE = Code.Family.INCOMPLETE.exit();
  static final int USAGE = Code.Family.USAGE.exit();

  /** What people are told of each. */
  static final SortedMap<Integer, String> MEANINGS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.ofEntries(
                  Map.entry(0, "done, or nothing to do"),
                  Map.entry(1, "failed"),
                  Map.entry(2, "changes pending, or drift (only with -detailed-exitcode)"),
                  Map.entry(3, "refused: a guard, a conflict, a missing confirmation"),
                  Map.entry(
                      4, "incomplete: a step failed or its outcome is unknown; the rest is done"),
                  Map.entry(
                      5, "the saved plan is stale, altered, expired, used or for another estate"),
                  Map.entry(6, "credentials or rights; from doctor, that no plan could run"),
                  Map.entry(7, "another run holds the lock"),
                  Map.entry(64, "wrong usage"),
                  Map.entry(65, "invalid configuration"),
                  Map.entry(129, "stopped because its terminal was closed"),
                  Map.entry(130, "stopped by an interrupt"),
                  Map.entry(143, "stopped by a termination signal"))));

  private Exit() {}

  /** What people are told of one that there is. */
  static String meaning(int exit) {
    return MEANINGS.getOrDefault(exit, "");
  }

  /** The code of the first error, as all errors of one run come from one stage of it. */
  static int of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .mapToInt(diagnostic -> diagnostic.code().family().exit())
        .findFirst()
        .orElse(DONE);
  }
}
