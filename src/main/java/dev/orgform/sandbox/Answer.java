package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One HTTP answer, usually an envelope of the API: {@code success}, {@code errors}, {@code
 * messages}, {@code result} and, on lists, {@code result_info}.
 *
 * @param headers one value each, names without regard to case
 * @param body empty only for 204
 */
public record Answer(int status, SortedMap<String, String> headers, String body) {
  public Answer {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableSortedMap(copy);
  }

  /** 200 with a result. */
  static Answer ok(JsonNode result) {
    return json(200, envelope(true).set("result", result));
  }

  /** 200 with a page of a list and its {@code result_info}. */
  static Answer page(JsonNode result, ObjectNode info) {
    ObjectNode envelope = envelope(true);
    envelope.set("result", result);
    return json(200, envelope.set("result_info", info));
  }

  /** 204 with no byte of body. */
  static Answer nothing() {
    return new Answer(204, Collections.emptySortedMap(), "");
  }

  /** An error envelope with these errors and {@code result: null}. */
  static Answer errors(int status, ObjectNode... errors) {
    ObjectNode envelope = envelope(false);
    for (ObjectNode error : errors) {
      envelope.withArray("errors").add(error);
    }
    return json(status, envelope.putNull("result"));
  }

  private static ObjectNode envelope(boolean success) {
    ObjectNode envelope = Json.object().put("success", success);
    envelope.putArray("errors");
    envelope.putArray("messages");
    return envelope;
  }

  static Answer json(int status, ObjectNode envelope) {
    return new Answer(status, Collections.emptySortedMap(), Json.write(envelope))
        .with("Content-Type", "application/json");
  }

  /** The same answer with one more header, or another value for it. */
  public Answer with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /** The same answer with two more headers, or other values for them. */
  Answer with(String header, String value, String other, String otherValue) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    more.put(other, otherValue);
    return new Answer(status, more, body);
  }
}
