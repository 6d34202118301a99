package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.time.Instant;
import java.util.Optional;

/** What applies left behind, as far as their journals are kept. */
@FunctionalInterface
public interface Left {
  /** No journal is kept. */
  Left NOTHING = (address, field) -> Optional.empty();

  /**
   * What the last run that set a field, or did anything to an object, left there; nothing where the
   * address means another object now.
   *
   * @param field empty for the object itself
   */
  Optional<Mark> of(Address address, Optional<String> field);

  /**
   * What a step left that was done.
   *
   * @param run its number in history
   * @param at when the step was done
   * @param value what it set the field to; empty where the journal does not say, and for objects
   * @param id of the object, where it is known
   * @param gone whether the step removed the object
   */
  record Mark(int run, Instant at, Optional<Value> value, Optional<String> id, boolean gone) {}
}
