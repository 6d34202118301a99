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
    drift.blame().ifPresent(blamed -> json.set("blame", write(blamed)));
    drift.ages().ifPresent(ages -> json.set("since", write(ages)));
    return json.put("requests", drift.requests());
  }

  private static ObjectNode write(Ages ages) {
    var json = JsonNodeFactory.instance.objectNode();
    var since = ages.since();
    json.put("run", since.run()).put("id", since.id()).put("end", since.end().toString());
    json.put("new", ages.fresh());
    var all = json.putArray("ages");
    ages.all().forEach(one -> all.add(write(one)));
    var known = json.putArray("known");
    ages.known().forEach(address -> known.add(address.toString()));
    return json;
  }

  private static ObjectNode write(Age age) {
    var json = JsonNodeFactory.instance.objectNode().put("address", age.address().toString());
    age.field().ifPresent(field -> json.put("field", field));
    json.put("novelty", Words.of(age.novelty()));
    age.when().ifPresent(when -> json.put("when", when.toString()));
    age.run().ifPresent(run -> json.put("run", run));
    return json.put("reason", age.reason());
  }

  private static ObjectNode write(Blamed blamed) {
    var json = JsonNodeFactory.instance.objectNode();
    var attributions = json.putArray("attributions");
    blamed.attributions().forEach(one -> attributions.add(write(one)));
    return json.put("requests", blamed.requests());
  }

  private static ObjectNode write(Attribution one) {
    var json = JsonNodeFactory.instance.objectNode().put("address", one.address().toString());
    one.field().ifPresent(field -> json.put("field", field));
    one.who().ifPresent(who -> json.put("who", who));
    one.run().ifPresent(run -> json.put("run", run));
    one.when().ifPresent(when -> json.put("when", when.toString()));
    one.how().ifPresent(how -> json.put("how", how));
    one.context().ifPresent(context -> json.put("context", context));
    one.tokenName().ifPresent(name -> json.put("token_name", name));
    one.tokenId().ifPresent(id -> json.put("token_id", id));
    one.ip().ifPresent(ip -> json.put("ip_address", ip));
    one.entry().ifPresent(entry -> json.put("entry", entry));
    return json.put("confidence", Words.of(one.confidence())).put("reason", one.reason());
  }

  private static ObjectNode write(DoomedObject doomed) {
    return AsideJson.write(doomed.object()).set("source", AsideJson.write(doomed.source()));
  }
}
