package dev.orgform.documents;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * Who made a field, or an object that is missing, what it is, as an audit log says.
 *
 * @param field empty for an object that is missing
 * @param who an e-mail address, or what is nearest to one
 * @param run the run of orgform that did it, where it was one
 * @param how by what means, in words
 * @param context the API's word for that
 * @param entry the id of the entry that says so
 * @param reason why it is said with that confidence, as a sentence
 */
public record Attribution(
    Address address,
    Optional<String> field,
    Optional<String> who,
    Optional<String> run,
    Optional<Instant> when,
    Optional<String> how,
    Optional<String> context,
    Optional<String> tokenName,
    Optional<String> tokenId,
    Optional<String> ip,
    Optional<String> entry,
    Confidence confidence,
    String reason) {

  /** How much the audit log proves. */
  public enum Confidence {
    /** An entry carries the very value, or names the very object. */
    EXACT,
    /** An entry is the last that can have done it. */
    APPROXIMATE,
    /** Nobody can be named. */
    NONE
  }
}
