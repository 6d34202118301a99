package dev.orgform.documents;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a field, or a whole object, was already so when a run ended.
 *
 * @param field empty for an object that is missing or was added
 * @param when the audit log has it, where it does
 * @param run a run that had made it as declared, where one did
 * @param reason what says so, as a sentence of ours
 */
public record Age(
    Address address,
    Optional<String> field,
    Novelty novelty,
    Optional<Instant> when,
    Optional<Integer> run,
    String reason) {

  /** Whether it was so before. */
  public enum Novelty {
    /** It came after the run's end. */
    NEW,
    /** Live is as a run left it: it is a change of the YAML, and came with that. */
    DECLARED,
    /** Nothing says which. */
    UNKNOWN,
    /** It was so before the run's end. */
    KNOWN
  }
}
