package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;

/** The {@code audit} of an estate file, as {@link Estate} describes it. */
final class AuditJson {
  /** How many are written, because the file is written whole at each change. */
  private static final int WRITTEN = 1_000;

  private AuditJson() {}

  static void write(Trail trail, ObjectNode file) {
    if (trail.count() == 0) {
      return;
    }
    var list = file.putArray("audit");
    trail
        .newest(WRITTEN)
        .forEach(
            event -> {
              ObjectNode written = Json.object().set("scopes", Json.texts(event.scopes()));
              String compact = Json.write(written.set("entry", event.entry()));
              list.add(JsonNodeFactory.instance.rawValueNode(new RawValue(compact)));
            });
  }

  static Trail read(Entry file) {
    var events = new ArrayList<AuditEvent>();
    for (Entry item : file.anyEntries("audit")) {
      item.only(List.of("scopes", "entry"));
      var entry = item.object("entry").orElseThrow(() -> item.wrong("entry", "is required"));
      var action = new Entry(item.where() + ": entry: action", entry.withObject("/action"));
      var at = action.time("time").orElseThrow(() -> action.wrong("time", "is required"));
      var scopes = new ArrayList<String>();
      item.object().path("scopes").forEach(scope -> scopes.add(scope.asText()));
      events.add(new AuditEvent(at, scopes, entry));
    }
    return Trail.of(events);
  }
}
