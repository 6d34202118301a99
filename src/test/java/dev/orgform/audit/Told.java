package dev.orgform.audit;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry of an audit log, told part by part. */
final class Told {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final SortedMap<String, String> parts = new TreeMap<>();

  private Told() {}

  /** A successful request so many minutes after noon. */
  static Told request(int minute, String method, String path) {
    var told = new Told();
    told.parts.put("id", "e" + minute);
    told.parts.put("action.time", NOON.plusSeconds(60L * minute).toString());
    told.parts.put("action.result", "success");
    told.parts.put("action.type", method.equals("DELETE") ? "delete" : "update");
    told.parts.put("raw.method", method);
    told.parts.put("raw.uri", "/client/v4" + path);
    told.parts.put("raw.cf_ray_id", "ray" + minute);
    return told;
  }

  Told by(String name) {
    return with("actor.email", name + "@x.example").with("actor.context", "dash");
  }

  Told token(String id, String name) {
    return with("actor.context", "api_token")
        .with("actor.token_id", id)
        .with("actor.token_name", name);
  }

  Told with(String part, String text) {
    parts.put(part, text);
    return this;
  }

  Told without(String part) {
    parts.remove(part);
    return this;
  }

  /** With the JSON of the request. */
  Told body(String json) {
    return with("resource.request", json.replace('\'', '"'));
  }

  Told answer(String json) {
    return with("resource.response", json.replace('\'', '"'));
  }

  Entry entry() {
    SortedMap<String, Value> whole = new TreeMap<>();
    parts.forEach((part, text) -> put(whole, part, text));
    return new Entry(new Value.Tree(whole));
  }

  private static void put(SortedMap<String, Value> whole, String part, String text) {
    int dot = part.indexOf('.');
    if (dot < 0) {
      whole.put(part, Value.text(text));
      return;
    }
    var inner = new TreeMap<String, Value>();
    if (whole.get(part.substring(0, dot)) instanceof Value.Tree tree) {
      inner.putAll(tree.branches());
    }
    inner.put(
        part.substring(dot + 1),
        text.startsWith("{") ? JsonText.parse(text).orElseThrow() : Value.text(text));
    whole.put(part.substring(0, dot), new Value.Tree(inner));
  }
}
