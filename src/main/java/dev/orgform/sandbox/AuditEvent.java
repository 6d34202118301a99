package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * One entry of the audit log.
 *
 * @param at when it happened, as {@code action.time} says too
 * @param scopes the ids of the organizations it happened in, from the root down, as they then were
 * @param entry all that the API may answer of it, which knobs take parts from
 */
public record AuditEvent(Instant at, List<String> scopes, ObjectNode entry) {
  public AuditEvent {
    scopes = List.copyOf(scopes);
    entry = entry.deepCopy();
  }

  String id() {
    return text("/id");
  }

  String organization() {
    return text("/organization/id");
  }

  /** A text in the entry by its JSON pointer, empty where there is none. */
  String text(String pointer) {
    return entry.at(pointer).asText("");
  }
}
