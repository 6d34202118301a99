package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Address;
import dev.orgform.model.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the lines of a run as JSON. */
final class StreamWriter {
  private static final String UI = "1.3";
  private static final String ID = "id";

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StreamWriter() {}

  static ObjectNode write(StreamLine line, Instant when) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("@level", level(line));
    json.put("@message", line.message());
    json.put("@module", "orgform.ui");
    json.put("@timestamp", MICROSECONDS.format(when));
    switch (line) {
      case StreamLine.Version version ->
          json.put("orgform", version.tool()).put("type", "version").put("ui", UI);
      case StreamLine.Log log -> json.put("type", "log");
      case StreamLine.Told told ->
          json.put("type", "diagnostic").set("diagnostic", DiagnosticJson.write(told.diagnostic()));
      case StreamLine.Validated validated ->
          json.put("type", "validate_summary").set("validation", DeclaredJson.write(validated));
      case StreamLine.Declared declared ->
          json.put("type", "declared_object")
              .set("object", DeclaredJson.write(declared.resource()));
      case StreamLine.Removed removed ->
          json.put("type", "declared_removal")
              .set("removal", DeclaredJson.write(removed.removal()));
      case StreamLine.Drifted drifted ->
          json.put("type", "resource_drift").set("change", drift(drifted.object()));
      case StreamLine.Adopted adopted ->
          json.put("type", "resource_adoption").set("object", AsideJson.write(adopted.object()));
      case StreamLine.Unmanaged unmanaged ->
          json.put("type", "unmanaged_object").set("object", AsideJson.write(unmanaged.object()));
      case StreamLine.Needed needed ->
          json.put("type", "missing_confirmation")
              .putObject("confirmation")
              .put("name", Words.of(needed.confirmation()))
              .put("flag", needed.flag());
      case StreamLine.Planned planned ->
          json.put("type", "planned_change").set("change", change(planned.change()));
      case StreamLine.Summary summary -> summary(json.put("type", "change_summary"), summary);
      case StreamLine.Hook hook ->
          json.put("type", "apply_" + Words.of(hook.stage())).set("hook", hook(hook));
    }
    return json;
  }

  private static String level(StreamLine line) {
    return switch (line) {
      case StreamLine.Version version -> "info";
      case StreamLine.Log log -> level(log.severity());
      case StreamLine.Told told -> level(told.diagnostic().severity());
      case StreamLine.Validated validated -> validated.valid() ? "info" : "error";
      case StreamLine.Declared declared -> "info";
      case StreamLine.Removed removed -> "info";
      case StreamLine.Planned planned -> "info";
      case StreamLine.Drifted drifted -> "info";
      case StreamLine.Adopted adopted -> "info";
      case StreamLine.Unmanaged unmanaged -> "info";
      case StreamLine.Needed needed -> "warn";
      case StreamLine.Summary summary -> "info";
      case StreamLine.Hook hook -> hook.stage() == StreamLine.Stage.ERRORED ? "error" : "info";
    };
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warn";
      case NOTE -> "info";
    };
  }

  private static ObjectNode change(PlannedChange change) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("resource", resource(change.address(), change.type()));
    json.put("action", change.verb().word());
    json.putObject(PlanWriter.X)
        .put("reason", change.reason())
        .put("one_way", change.oneWay())
        .put("undo", Words.of(change.undo()))
        .put("needs", Words.of(change.needs()))
        .put("calls", change.calls());
    return json;
  }

  /** Terraform's shape; what is missing is to it as deleted. */
  private static ObjectNode drift(DriftedObject object) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("resource", resource(object.address(), object.type()));
    json.put("action", DriftJson.verb(object).word());
    json.set(PlanWriter.X, AsideJson.write(object));
    return json;
  }

  private static ObjectNode resource(Address address, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("addr", address.toString())
        .put("module", "")
        .put("resource", address.toString())
        .put("implied_provider", PlanWriter.PROVIDER)
        .put("resource_type", type)
        .put("resource_name", address.key())
        .putNull("resource_key");
  }

  private static void summary(ObjectNode json, StreamLine.Summary summary) {
    json.putObject("changes")
        .put("add", summary.counts().add())
        .put("change", summary.counts().change())
        .put("import", 0)
        .put("remove", summary.counts().destroy())
        .put("operation", Words.of(summary.operation()));
  }

  private static ObjectNode hook(StreamLine.Hook hook) {
    var json = JsonNodeFactory.instance.objectNode();
    json.set("resource", resource(hook.address(), hook.type()));
    json.put("action", hook.verb().word());
    hook.id().ifPresent(id -> json.put("id_key", ID).put("id_value", id));
    if (hook.stage() != StreamLine.Stage.START) {
      json.put("elapsed_seconds", hook.seconds());
    }
    hook.outcome().ifPresent(outcome -> json.putObject(PlanWriter.X).put("outcome", outcome));
    return json;
  }
}
