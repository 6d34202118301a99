package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Turns a right answer of status 200 or 204 into one whose body cannot be relied on. */
final class SpoiledBody {
  private static final int DEPTH = 10_000;

  /** Made when it is first needed, because it is large, and once, because it is. */
  private static final class Huge {
    static final String MEMBER = "\"x\":\"" + "x".repeat(9 << 20) + "\"";
  }

  private SpoiledBody() {}

  /**
   * The spoiled answer.
   *
   * @param other the id of an organization that is not meant
   */
  static Answer of(Spoil spoil, Answer right, Optional<String> other) {
    ObjectNode envelope = envelope(right);
    return switch (spoil) {
      case SUCCESS_FALSE -> {
        Answer failed = Denials.broken("The sandbox was asked to answer so.").answer();
        yield new Answer(200, failed.headers(), failed.body());
      }
      case SUCCESS_ERRORS -> {
        envelope.withArray("errors").add(Denials.error(1500, "The sandbox was asked to."));
        yield Answer.json(200, envelope);
      }
      case NO_RESULT -> Answer.json(200, envelope.without("result"));
      case NO_ID -> result(envelope, Optional.empty());
      case WRONG_ID -> result(envelope, Optional.of(Ids.digest(Json.write(envelope))));
      case OTHER_ID -> result(envelope, other);
      case WRONG_TYPES -> Answer.json(200, envelope.put("success", "true"));
      case DUPLICATE_KEYS -> text(twice(Json.write(envelope)));
      case TRUNCATED -> {
        String whole = Json.write(envelope);
        yield text(whole.substring(0, whole.length() / 2));
      }
      case HUGE -> text(grown(Json.write(envelope), Huge.MEMBER));
      case DEEP ->
          text(grown(Json.write(envelope), "\"x\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH)));
      case LOGIN -> Misanswer.login();
    };
  }

  /** The id of the answer's result, or nothing where that is not one object with an id. */
  static String id(Answer answer) {
    return envelope(answer).path("result").path("id").asText("");
  }

  static ObjectNode envelope(Answer answer) {
    try {
      if (!answer.body().isEmpty() && Json.read(answer.body()) instanceof ObjectNode envelope) {
        return envelope;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sandbox's own answers are JSON", e);
    }
    return envelope(Answer.ok(NullNode.getInstance()));
  }

  private static Answer result(ObjectNode envelope, Optional<String> id) {
    JsonNode result = envelope.path("result");
    if (result instanceof ObjectNode object) {
      object.remove("id");
      id.ifPresent(text -> object.put("id", text));
    }
    return Answer.json(200, envelope);
  }

  private static Answer text(String body) {
    return new Answer(200, Answer.ok(Json.array(List.of())).headers(), body);
  }

  private static String twice(String envelope) {
    return grown(envelope, envelope.substring(1, envelope.length() - 1));
  }

  private static String grown(String envelope, String members) {
    return envelope.substring(0, envelope.length() - 1) + "," + members + "}";
  }
}
