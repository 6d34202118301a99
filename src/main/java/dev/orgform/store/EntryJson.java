package dev.orgform.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entries as JSON, one object each; a newer orgform's are told apart from malformed ones. */
final class EntryJson {
  /** Changes whenever an older orgform would misunderstand an entry that it knows. */
  private static final int FORMAT = 1;

  private EntryJson() {}

  /** The entry is of a kind that only a newer orgform knows. */
  static final class Newer extends Exception {
    private static final long serialVersionUID = 1L;

    Newer() {
      super(null, null, false, false);
    }
  }

  /**
   * One entry.
   *
   * @param open the intents that are open after it; the last entry holds them, so that a finished
   *     run need not be read whole to know them
   */
  static byte[] write(Noted noted, List<Intent> open) {
    var json = Json.object().put("at", noted.at().toString());
    fill(noted.entry(), json);
    if (noted.entry() instanceof Entry.Finished) {
      IntentJson.write(open, json.putArray("open"));
    }
    return Json.write(json);
  }

  private static void fill(Entry entry, ObjectNode json) {
    switch (entry) {
      case Entry.Began began ->
          BeganJson.write(began, json.put("type", "began").put("format", FORMAT));
      case Entry.Planned planned -> {
        var images = json.put("type", "planned").putArray("images");
        planned.images().forEach(image -> images.add(ImageJson.write(image)));
      }
      case Entry.Opened opened ->
          json.put("type", "opened").set("intent", IntentJson.write(opened.intent()));
      case Entry.Sent sent -> {
        json.put("type", "sent").put("number", sent.number()).put("request", sent.request());
        sent.step().ifPresent(step -> json.put("step", step.toString()));
        sent.left().ifPresent(left -> json.put("left", left.toString()));
      }
      case Entry.Answered answered -> {
        json.put("type", "answered").put("number", answered.number());
        json.put("verdict", answered.verdict());
        answered.status().ifPresent(status -> json.put("status", status));
        answered.ray().ifPresent(ray -> json.put("ray", ray));
      }
      case Entry.Learned learned ->
          json.put("type", "learned")
              .put("intent", learned.intent())
              .put("organization", learned.organization());
      case Entry.Closed closed -> {
        json.put("type", "closed").put("intent", closed.intent());
        switch (closed.ending()) {
          case Entry.Ending.Seen seen ->
              json.put("how", "seen").put("organization", seen.organization());
          case Entry.Ending.NotHappened not -> json.put("how", "not-happened");
          case Entry.Ending.Rejected rejected -> json.put("how", "rejected");
        }
      }
      case Entry.Ended ended ->
          json.put("type", "ended")
              .put("step", ended.step().toString())
              .put("outcome", ended.outcome())
              .put("detail", ended.detail());
      case Entry.Finished finished -> {
        json.put("type", "finished").put("exit", finished.exit());
        var counts = json.putObject("counts");
        finished.counts().forEach(counts::put);
      }
    }
  }

  static Noted read(byte[] bytes) throws Json.Malformed, Newer {
    var json = Json.read(bytes);
    return new Noted(Json.time(json, "at"), entry(json));
  }

  /** The intents in what was written of an {@link Entry.Finished}. */
  static List<Intent> open(byte[] finished) throws Json.Malformed {
    return IntentJson.read(Json.list(Json.read(finished), "open"));
  }

  private static Entry entry(JsonNode json) throws Json.Malformed, Newer {
    return switch (Json.text(json, "type")) {
      case "began" -> {
        if (Json.number(json, "format") > FORMAT) {
          throw new Newer();
        }
        yield BeganJson.read(json);
      }
      case "planned" -> new Entry.Planned(ImageJson.read(Json.list(json, "images")));
      case "opened" -> new Entry.Opened(IntentJson.read(Json.object(json, "intent")));
      case "sent" ->
          new Entry.Sent(
              Json.number(json, "number"),
              json.has("step") ? Optional.of(Json.address(json, "step")) : Optional.empty(),
              Json.text(json, "request"),
              json.has("left") ? Optional.of(Json.time(json, "left")) : Optional.empty());
      case "answered" ->
          new Entry.Answered(
              Json.number(json, "number"),
              Json.text(json, "verdict"),
              json.has("status") ? Optional.of(Json.number(json, "status")) : Optional.empty(),
              Json.maybe(json, "ray"));
      case "learned" ->
          new Entry.Learned(Json.text(json, "intent"), Json.text(json, "organization"));
      case "closed" -> new Entry.Closed(Json.text(json, "intent"), ending(json));
      case "ended" ->
          new Entry.Ended(
              Json.address(json, "step"), Json.text(json, "outcome"), Json.text(json, "detail"));
      case "finished" -> new Entry.Finished(Json.number(json, "exit"), counts(json));
      default -> throw new Newer();
    };
  }

  private static Entry.Ending ending(JsonNode json) throws Json.Malformed, Newer {
    return switch (Json.text(json, "how")) {
      case "seen" -> new Entry.Ending.Seen(Json.text(json, "organization"));
      case "not-happened" -> new Entry.Ending.NotHappened();
      case "rejected" -> new Entry.Ending.Rejected();
      default -> throw new Newer();
    };
  }

  private static SortedMap<String, Integer> counts(JsonNode json) throws Json.Malformed {
    var node = Json.object(json, "counts");
    var counts = new TreeMap<String, Integer>();
    for (var field : node.properties()) {
      counts.put(field.getKey(), Json.number(node, field.getKey()));
    }
    return counts;
  }
}
