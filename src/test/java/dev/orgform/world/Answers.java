package dev.orgform.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Body;
import dev.orgform.api.Headers;
import dev.orgform.api.Reply;

/** Replies in the shapes that the API gives them. */
public final class Answers {
  private Answers() {}

  public static Reply ok(JsonNode result) {
    return Reply.Answer.json(200, envelope(result).toString());
  }

  static ObjectNode envelope(JsonNode result) {
    var json = JsonNodeFactory.instance.objectNode().put("success", true);
    json.putArray("errors");
    json.putArray("messages");
    json.set("result", result);
    return json;
  }

  public static Reply refused(int status, int code, String message) {
    var json = JsonNodeFactory.instance.objectNode().put("success", false).putNull("result");
    json.putArray("errors").addObject().put("code", code).put("message", message);
    json.putArray("messages");
    return Reply.Answer.json(status, json.toString());
  }

  public static Reply unknownId() {
    return refused(404, 1404, "Organization not found");
  }

  public static Reply forbidden() {
    return refused(403, 10000, "Forbidden");
  }

  /** What an edge server says when what is behind it does not answer. */
  public static Reply page(int status) {
    return new Reply.Answer(
        status, Headers.of("Content-Type", "text/html"), Body.of("<html>bad gateway</html>"));
  }
}
