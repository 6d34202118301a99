package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An entry of an audit log as its JSON on the wire, without what knobs take from it. */
final class AuditView {
  private AuditView() {}

  static ObjectNode of(Knobs knobs, AuditEvent event) {
    ObjectNode view = event.entry().deepCopy();
    if (!knobs.get(AuditKnobs.HEX_IDS)) {
      view.put("id", dashed(event.id()));
    }
    if (!knobs.get(AuditKnobs.BODIES) && view.path("resource") instanceof ObjectNode resource) {
      resource.remove(List.of("request", "response"));
    }
    if (view.path("actor") instanceof ObjectNode actor) {
      if (!knobs.get(AuditKnobs.KNOWN_WORDS)) {
        actor.put("context", "mcp_session").put("type", "agent");
      }
      switch (knobs.get(AuditKnobs.ACTOR)) {
        case FULL -> {}
        case UNNAMED -> actor.remove(List.of("email", "token_name"));
        case ABSENT -> view.remove("actor");
      }
    }
    return view;
  }

  private static String dashed(String id) {
    return id.replaceFirst(
        "([0-9a-z]{8})([0-9a-z]{4})([0-9a-z]{4})([0-9a-z]{4})([0-9a-z]{12})", "$1-$2-$3-$4-$5");
  }
}
