package dev.orgform.documents;

import java.util.Optional;

/**
 * On which side a difference came about, as far as journals and audit logs prove it.
 *
 * @param field empty for an object that is missing or was added
 * @param run the run of orgform that proves it, where one does
 * @param reason what says so, as a sentence of ours
 */
public record Origin(Optional<String> field, Cause cause, Optional<Integer> run, String reason) {

  /** On which side. */
  public enum Cause {
    /** Live: it was changed outside of orgform. */
    ELSEWHERE,
    /** The YAML: live is as a run of orgform left it. */
    DECLARED,
    /** Nothing proves either. */
    UNKNOWN
  }

  static Origin elsewhere(Optional<String> field, Optional<Integer> run, String reason) {
    return new Origin(field, Cause.ELSEWHERE, run, reason);
  }

  static Origin declared(Optional<String> field, int run, String reason) {
    return new Origin(field, Cause.DECLARED, Optional.of(run), reason);
  }

  static Origin unknown(Optional<String> field) {
    return new Origin(
        field,
        Cause.UNKNOWN,
        Optional.empty(),
        "Nothing proves whether it was changed live or in the YAML.");
  }
}
