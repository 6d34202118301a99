package dev.orgform.store;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A create that is about to be sent, and from then on may have happened.
 *
 * @param id unique among all intents of an estate
 * @param run the id of the run that opened it
 * @param address what was to be created
 * @param parentId the live parent; empty for a root
 * @param name what it was to be called
 * @param beforeIds ids that were there before, and hence cannot be what was created; sorted
 * @param savedAt when its create left, or when it was opened while none has; the settle window
 *     counts from then
 * @param learned the id that the reply gave, where a reply was read
 */
public record Intent(
    String id,
    String run,
    Address address,
    Optional<String> parentId,
    String name,
    List<String> beforeIds,
    Instant savedAt,
    Optional<String> learned) {

  public Intent {
    Objects.requireNonNull(id);
    beforeIds = beforeIds.stream().sorted().distinct().toList();
  }

  /** The same with its create sent, perhaps anew. */
  public Intent sent(Instant at) {
    return new Intent(id, run, address, parentId, name, beforeIds, at, learned);
  }

  /** The same with the id of what was created. */
  public Intent learned(String organization) {
    return new Intent(
        id, run, address, parentId, name, beforeIds, savedAt, Optional.of(organization));
  }
}
