package dev.orgform.chaos;

import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one run of apply ended.
 *
 * @param code its exit code
 * @param idle whether its plan was empty
 * @param said what people were told
 */
record Exit(int code, boolean idle, List<Diagnostic> said) {
  /** Killed by a signal that it could not catch. */
  static final Exit KILLED = new Exit(137, false, List.of());

  Exit {
    said = List.copyOf(said);
  }

  /** Whether people can go on from what they were told: something is named. */
  boolean namesSomething() {
    return said.stream().anyMatch(one -> one.isError() && one.address().isPresent());
  }

  /** Its code and the first two errors, which is enough to go and look. */
  @Override
  public String toString() {
    return code
        + said.stream()
            .filter(Diagnostic::isError)
            .limit(2)
            .map(error -> error.summary() + " (" + error.detail() + ")")
            .collect(Collectors.joining("; ", " [", "]"));
  }
}
