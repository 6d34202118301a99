package dev.orgform.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One organization of the model.
 *
 * @param parent the id above it; may name one that is not in the model, which is then invisible
 * @param profile as it was last put, members that nobody knows included
 */
public record Org(
    String id,
    String name,
    Optional<String> parent,
    Instant created,
    Optional<ObjectNode> profile) {

  Org named(String other) {
    return new Org(id, other, parent, created, profile);
  }

  Org profiled(ObjectNode other) {
    return new Org(id, name, parent, created, Optional.of(other.deepCopy()));
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("name", name).put("create_time", created.toString()).putObject("meta");
    parent.ifPresent(above -> json.putObject("parent").put("id", above).put("name", "any"));
    return json;
  }
}
