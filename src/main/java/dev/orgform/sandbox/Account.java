package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An account, which lies in one organization or in none.
 *
 * @param name which the API may leave out
 * @param type {@code standard} or {@code enterprise}
 * @param organization the id of the one that directly contains it
 * @param move the last move, which reads may be late to show
 * @param settings members that lie over those that the sandbox answers
 * @param profile the account's own, which is not its organization's
 */
public record Account(
    String id,
    Optional<String> name,
    String type,
    Instant createdOn,
    Optional<String> organization,
    Optional<Move> move,
    ObjectNode settings,
    Optional<ObjectNode> profile) {
  public Account {
    settings = settings.deepCopy();
    profile = profile.map(ObjectNode::deepCopy);
  }

  /**
   * From where an account was moved, and when.
   *
   * @param from the id of the organization, empty where it was in none
   */
  public record Move(Optional<String> from, Instant at) {}

  /** A new one that nobody has set anything of. */
  static Account of(String id, String name, Optional<String> organization, Instant now) {
    return new Account(
        id,
        Optional.of(name),
        "standard",
        now.truncatedTo(ChronoUnit.MILLIS),
        organization,
        Optional.empty(),
        Json.object(),
        Optional.empty());
  }

  Account moved(Optional<String> destination, Instant now) {
    return new Account(
        id,
        name,
        type,
        createdOn,
        destination,
        Optional.of(new Move(organization, now)),
        settings,
        profile);
  }

  Account profiled(ObjectNode profile) {
    return new Account(
        id, name, type, createdOn, organization, move, settings, Optional.of(profile));
  }
}
