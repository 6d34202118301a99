package dev.orgform.sandbox;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who is, was or may become a super administrator of one organization.
 *
 * @param id of the membership, not of the user
 * @param organization the id of the organization
 * @param creator whether this membership came with the organization
 * @param updateTime when the status changed last
 */
public record Member(
    String id,
    String organization,
    User user,
    Status status,
    boolean creator,
    Instant createTime,
    Instant updateTime) {
  /** How far it has come, in the API's words. */
  public enum Status {
    ACTIVE,
    PENDING,
    REJECTED,
    CANCELED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether this one is a member or may still become one by accepting. */
  public boolean isCurrent() {
    return switch (status) {
      case ACTIVE, PENDING -> true;
      case REJECTED, CANCELED -> false;
    };
  }

  Member turned(Status status, Instant now) {
    return new Member(id, organization, user, status, creator, createTime, now);
  }

  Member known(User user) {
    return new Member(id, organization, user, status, creator, createTime, updateTime);
  }
}
