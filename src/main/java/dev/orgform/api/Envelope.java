package dev.orgform.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An answer's body read as Cloudflare's v4 envelope, tolerant of every spelling the documents and
 * servers disagree about, and honest where it is no envelope at all.
 *
 * @param shape what the body is; only {@link Shape#ENVELOPE} carries the other fields
 * @param success {@code success:true} and no entry in {@code errors}, in an envelope
 * @param saysFailed {@code success:false}, in an envelope; with errors beside {@code success:true}
 *     an envelope says neither
 * @param errors the entries of {@code errors}
 * @param messages the entries of {@code messages}
 * @param result {@code result}; a missing node where it is absent, which says nothing, while {@code
 *     null} may say that there is none
 * @param resultInfo {@code result_info}; a missing node where it is no object
 */
public record Envelope(
    Shape shape,
    boolean success,
    boolean saysFailed,
    List<ApiError> errors,
    List<ApiError> messages,
    JsonNode result,
    JsonNode resultInfo) {

  /** What an answer's body turned out to be. */
  public enum Shape {
    /** A JSON object with a boolean {@code success}, its fields of usable types. */
    ENVELOPE,
    /** No byte, as with 204. */
    EMPTY,
    /** JSON, but not the envelope: RFC 9457 problems among others. */
    JSON,
    /** A web page: the edge's error pages, captive portals, login pages. */
    HTML,
    /** Anything else, cut or malformed JSON included. */
    OTHER
  }

  public Envelope {
    errors = List.copyOf(errors);
    messages = List.copyOf(messages);
  }

  /** Reads an answer of any status; never throws. */
  public static Envelope of(Reply.Answer answer) {
    if (answer.body().isEmpty()) {
      return bare(Shape.EMPTY);
    }
    Optional<JsonNode> json = answer.body().json();
    if (json.isEmpty()) {
      return bare(isHtml(answer) ? Shape.HTML : Shape.OTHER);
    }
    return json.filter(Envelope::isEnvelope).map(Envelope::read).orElseGet(() -> bare(Shape.JSON));
  }

  /** Whether the API itself refused with a status; a page of anybody on the way is no refusal. */
  public static boolean isRefusal(Reply reply, int status) {
    return reply instanceof Reply.Answer answer
        && answer.status() == status
        && of(answer).saysFailed();
  }

  /** Only the API's own 404 means gone; a 403 never does. */
  public static boolean isGone(Reply reply) {
    return isRefusal(reply, 404);
  }

  /** Whether the API says that what is there already stands against it. */
  public static boolean isConflict(Reply reply) {
    return isRefusal(reply, 409);
  }

  /**
   * As {@link #of}, for the endpoints whose documents make every member optional (audit logs): JSON
   * with a list as {@code result} is then an envelope without {@code success} as well, and succeeds
   * where it has no errors.
   */
  public static Envelope lenient(Reply.Answer answer) {
    Envelope strict = of(answer);
    if (strict.shape() != Shape.JSON) {
      return strict;
    }
    return answer
        .body()
        .json()
        .filter(json -> json.path("result").isArray() && json.path("success").isMissingNode())
        .map(json -> ((ObjectNode) json.deepCopy()).put("success", true))
        .map(Envelope::read)
        .orElse(strict);
  }

  /** The opaque cursor of the next page; empty text, null and absent all mean the last page. */
  public Optional<String> cursor() {
    return text(resultInfo, "cursor").filter(cursor -> !cursor.isEmpty());
  }

  /** The opaque token of the next page; empty text, null and absent all mean the last page. */
  public Optional<String> nextPageToken() {
    return text(resultInfo, "next_page_token").filter(token -> !token.isEmpty());
  }

  /** How many items match the filters in all, where the server counts them. */
  public OptionalLong totalSize() {
    return count(resultInfo.path("total_size"));
  }

  private static Envelope bare(Shape shape) {
    return new Envelope(
        shape,
        false,
        false,
        List.of(),
        List.of(),
        NullNode.getInstance(),
        MissingNode.getInstance());
  }

  private static Envelope read(JsonNode json) {
    List<ApiError> errors = entries(json.path("errors"));
    return new Envelope(
        Shape.ENVELOPE,
        json.path("success").booleanValue() && errors.isEmpty(),
        !json.path("success").booleanValue(),
        errors,
        entries(json.path("messages")),
        json.path("result"),
        json.path("result_info").isObject() ? json.path("result_info") : MissingNode.getInstance());
  }

  private static boolean isEnvelope(JsonNode json) {
    JsonNode token = json.path("result_info").path("next_page_token");
    // A token of another type would read as "last page" and make half a list look whole.
    boolean tokenIsUsable =
        token.isMissingNode() || token.isNull() || token.isTextual() || token.isIntegralNumber();
    return json.path("success").isBoolean() && tokenIsUsable;
  }

  private static List<ApiError> entries(JsonNode list) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    var entries = new ArrayList<ApiError>();
    if (list.isArray()) {
      list.forEach(entry -> entries.add(entry(entry)));
    } else {
      entries.add(entry(list));
    }
    return entries;
  }

  private static ApiError entry(JsonNode entry) {
    if (!entry.isObject()) {
      return new ApiError(OptionalInt.empty(), entry.asText(), Optional.empty(), Optional.empty());
    }
    OptionalLong code = count(entry.path("code"));
    return new ApiError(
        code.isPresent() && code.getAsLong() <= Integer.MAX_VALUE
            ? OptionalInt.of((int) code.getAsLong())
            : OptionalInt.empty(),
        text(entry, "message").orElse(""),
        text(entry, "documentation_url"),
        text(entry.path("source"), "pointer"));
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isTextual() || value.isIntegralNumber()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  /** A count given as a number or as digits in a string. */
  private static OptionalLong count(JsonNode value) {
    boolean digits = value.isTextual() && value.textValue().matches("[0-9]{1,18}");
    if (digits) {
      return OptionalLong.of(Long.parseLong(value.textValue()));
    }
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  private static boolean isHtml(Reply.Answer answer) {
    String type = answer.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || answer.body().text().stripLeading().startsWith("<");
  }
}
