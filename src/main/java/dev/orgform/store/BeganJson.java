package dev.orgform.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The first entry of a journal as JSON: a run, and all that it takes over from those before. */
final class BeganJson {
  private BeganJson() {}

  static void write(Entry.Began began, ObjectNode json) {
    var run = began.run();
    json.put("run", run.id())
        .put("version", run.version())
        .put("command", run.command())
        .put("began", run.at().toString());
    write(run.commit(), run.paths(), json);
    run.plan().ifPresent(plan -> json.put("plan", plan));
    write(began.estate(), json.putObject("estate"));
    IntentJson.write(began.open(), json.putArray("open"));
    began
        .baseline()
        .ifPresent(
            last ->
                write(
                    last.commit(),
                    last.paths(),
                    json.putObject("baseline")
                        .put("run", last.run())
                        .put("at", last.at().toString())));
  }

  private static void write(Optional<String> commit, List<String> paths, ObjectNode json) {
    commit.ifPresent(id -> json.put("commit", id));
    if (!paths.isEmpty()) {
      paths.forEach(json.putArray("paths")::add);
    }
  }

  private static List<String> paths(JsonNode json) throws Json.Malformed {
    return json.has("paths") ? Json.texts(json, "paths") : List.of();
  }

  static Entry.Began read(JsonNode json) throws Json.Malformed {
    return new Entry.Began(
        run(json),
        estate(Json.object(json, "estate")),
        IntentJson.read(Json.list(json, "open")),
        json.has("baseline")
            ? Optional.of(baseline(Json.object(json, "baseline")))
            : Optional.empty());
  }

  private static Run run(JsonNode json) throws Json.Malformed {
    var id = Json.text(json, "run");
    if (!Run.isId(id)) {
      throw new Json.Malformed();
    }
    return new Run(
        id,
        Json.text(json, "version"),
        Json.text(json, "command"),
        Json.time(json, "began"),
        Json.maybe(json, "commit"),
        paths(json),
        Json.maybe(json, "plan"));
  }

  static ObjectNode write(Estate estate, ObjectNode json) {
    return json.put("host", estate.host()).put("identity", estate.identity());
  }

  static Estate estate(JsonNode json) throws Json.Malformed {
    return new Estate(Json.text(json, "host"), Json.text(json, "identity"));
  }

  private static Baseline baseline(JsonNode json) throws Json.Malformed {
    return new Baseline(
        Json.text(json, "run"), Json.time(json, "at"), Json.maybe(json, "commit"), paths(json));
  }
}
