package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.documents.DriftedObject.State;

/** Writes the drift document. */
final class DriftWriter {
  private static final String DOCUMENT = "orgform-drift";
  private static final int VERSION = 1;

  private DriftWriter() {}

  static ObjectNode write(DriftDocument drift) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("document", DOCUMENT).put("version", VERSION).put("tool", drift.tool());
    drift.made().ifPresent(when -> json.put("timestamp", when.toString()));
    json.put("drift", drift.isDrift());
    var counts = json.putObject("counts");
    for (var state : State.values()) {
      counts.put(Words.of(state), drift.in(state).size());
    }
    counts.put("unmanaged", drift.unmanaged().size()).put("to_be_removed", drift.doomed().size());
    json.putObject("coverage").put("managed", drift.managed()).put("live", drift.seen());
    for (var state : State.values()) {
      var bucket = json.putArray(Words.of(state));
      drift.in(state).forEach(one -> bucket.add(AsideJson.write(one)));
    }
    var unmanaged = json.putArray("unmanaged");
    drift.unmanaged().forEach(one -> unmanaged.add(AsideJson.write(one)));
    var doomed = json.putArray("to_be_removed");
    drift.doomed().forEach(one -> doomed.add(write(one)));
    var diagnostics = json.putArray("diagnostics");
    drift.diagnostics().forEach(one -> diagnostics.add(DiagnosticJson.write(one)));
    return json.put("requests", drift.requests());
  }

  private static ObjectNode write(DoomedObject doomed) {
    return AsideJson.write(doomed.object()).set("source", AsideJson.write(doomed.source()));
  }
}
