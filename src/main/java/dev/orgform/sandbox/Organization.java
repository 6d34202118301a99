package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An organization as the sandbox keeps it; how it looks on the wire is {@link OrganizationView}'s.
 *
 * @param parent the id of the organization above, empty for a root
 * @param profile every member that was sent, known or not
 * @param meta members that lie over the {@code meta} the sandbox computes
 * @param veil how long it stays out of sight
 */
public record Organization(
    String id,
    String name,
    Optional<String> parent,
    Instant createTime,
    Optional<ObjectNode> profile,
    ObjectNode meta,
    Veil veil) {
  public Organization {
    profile = profile.map(ObjectNode::deepCopy);
    meta = meta.deepCopy();
  }

  Organization named(String name) {
    return new Organization(id, name, parent, createTime, profile, meta, veil);
  }

  Organization profiled(ObjectNode profile) {
    return new Organization(id, name, parent, createTime, Optional.of(profile), meta, veil);
  }

  Organization veiled(Veil veil) {
    return new Organization(id, name, parent, createTime, profile, meta, veil);
  }
}
