package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import java.util.List;
import java.util.Optional;

/**
 * The half of a kind's API that changes things. Every script re-reads its object before it sends
 * anything that changes it, and sends that exactly once.
 */
public interface Writes {
  /**
   * Makes the object, and ends when it has been seen.
   *
   * @param bindings knows the ids of everything that it rests on
   */
  Script<Outcome> create(Resource wanted, Bindings bindings);

  /** How many objects of one place one request can make; 1 where each takes its own. */
  default int together() {
    return 1;
  }

  /**
   * Makes several objects in one place, at most {@link #together} of them.
   *
   * @return how each ended, in their order
   */
  default Script<List<Outcome>> createTogether(List<Resource> wanted, Bindings bindings) {
    throw new IllegalStateException("each takes a request of its own");
  }

  /**
   * Sets some fields and leaves all others as they are.
   *
   * @param planned the object as the plan saw it
   * @param changes the new values of the fields to be set
   */
  Script<Outcome> update(Resource planned, Fields changes, Bindings bindings);

  /**
   * Deletes the object.
   *
   * @param planned the object as the plan saw it
   * @param bindings knows what else this run deleted
   */
  Script<Outcome> delete(Resource planned, Bindings bindings);

  /** How to find what was created; nothing for kinds whose objects have a natural key. */
  default Optional<Seeks> seeks() {
    return Optional.empty();
  }
}
