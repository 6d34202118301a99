package dev.orgform.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Deed;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import java.util.Collection;
import java.util.SortedMap;

/** Writes the plan document; {@link PlanReader} is its inverse. */
final class PlanWriter {
  static final String FORMAT = "1.2";
  static final int OURS = 1;
  static final String X = "x_orgform";

  static final String PROVIDER = "orgform";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanWriter() {}

  static ObjectNode write(PlanDocument plan) {
    var json = NODES.objectNode().put("format_version", FORMAT);
    var changes = json.putArray("resource_changes");
    plan.changes().forEach(change -> changes.add(write(change)));
    if (!plan.drift().isEmpty()) {
      var drift = json.putArray("resource_drift");
      plan.drift().forEach(one -> drift.add(DriftJson.write(one)));
    }
    plan.made().ifPresent(when -> json.put("timestamp", when.toString()));
    json.put("applyable", plan.applyable());
    json.put("complete", !plan.refused());
    json.put("errored", plan.refused());
    json.set(X, ours(plan));
    return json;
  }

  private static ObjectNode ours(PlanDocument plan) {
    var json = NODES.objectNode().put("version", OURS).put("tool", plan.tool());
    json.put("plan_hash", plan.hash());
    var counts = plan.counts();
    json.putObject("counts")
        .put("add", counts.add())
        .put("change", counts.change())
        .put("destroy", counts.destroy());
    json.put("needs", Words.of(plan.needs()));
    json.putObject("requests").put("read", plan.requests()).put("apply", plan.calls());
    json.set("missing_confirmations", confirmations(plan.missing()));
    json.set("confirmed", confirmations(plan.confirmed()));
    var unmanaged = json.putArray("unmanaged");
    plan.unmanaged().forEach(object -> unmanaged.add(AsideJson.write(object)));
    if (!plan.adopted().isEmpty()) {
      var adopted = json.putArray("adopted");
      plan.adopted().forEach(one -> adopted.add(AsideJson.write(one)));
    }
    if (!plan.people().isEmpty()) {
      var people = json.putArray("people");
      plan.people().forEach(one -> people.add(AsideJson.write(one)));
    }
    if (!plan.transfers().isEmpty()) {
      var transfers = json.putArray("transfers");
      plan.transfers().forEach(one -> transfers.add(AsideJson.write(one)));
    }
    plan.oneWay().ifPresent(hash -> json.put("one_way_hash", hash));
    var diagnostics = json.putArray("diagnostics");
    plan.diagnostics().forEach(one -> diagnostics.add(DiagnosticJson.write(one)));
    return json;
  }

  private static ObjectNode write(PlannedChange change) {
    var json = NODES.objectNode();
    json.put("address", change.address().toString());
    json.put("mode", "managed");
    json.put("type", change.type());
    json.put("name", change.address().key());
    json.put("provider_name", PROVIDER);
    json.set("change", action(change));
    json.set(X, ours(change));
    return json;
  }

  /** What Terraform would say of it. */
  static ObjectNode action(PlannedChange change) {
    var json = NODES.objectNode();
    json.putArray("actions").add(change.verb().word());
    json.set(
        "before", change.verb() == Verb.CREATE ? NullNode.getInstance() : plain(change.before()));
    json.set(
        "after", change.verb() == Verb.DELETE ? NullNode.getInstance() : plain(change.after()));
    var unknown = json.putObject("after_unknown");
    change.unknown().forEach(field -> unknown.put(field, true));
    return json;
  }

  private static ObjectNode ours(PlannedChange change) {
    var json = NODES.objectNode();
    json.put("reason", change.reason());
    json.put("one_way", change.oneWay());
    json.put("undo", Words.of(change.undo()));
    if (change.reach() != Deed.Reach.NOBODY) {
      json.put("reach", Words.of(change.reach()));
    }
    json.put("needs", Words.of(change.needs()));
    json.put("calls", change.calls());
    json.set("waits_for", waitsFor(change));
    if (change.isMove()) {
      change.moved().ifPresent(field -> json.set("move", move(field)));
    }
    change.source().ifPresent(source -> json.set("source", AsideJson.write(source)));
    json.set("differences", differences(change.fields()));
    return json;
  }

  /** Terraform knows no move of this sort; what is outside of all organizations has no address. */
  private static ObjectNode move(FieldChange field) {
    var json = NODES.objectNode();
    if (field.before() instanceof Value.Ref from) {
      json.put("from", from.to().toString());
    }
    if (field.after() instanceof Value.Ref to) {
      json.put("to", to.to().toString());
    }
    return json;
  }

  static ArrayNode waitsFor(PlannedChange change) {
    var json = NODES.arrayNode();
    change.waitsFor().forEach(address -> json.add(address.toString()));
    return json;
  }

  static ArrayNode differences(Collection<FieldChange> fields) {
    var json = NODES.arrayNode();
    for (var field : fields) {
      var difference = json.addObject().put("field", field.field());
      put(difference, "before", field.before());
      put(difference, "after", field.after());
    }
    return json;
  }

  private static void put(ObjectNode json, String key, Value value) {
    if (value.managed()) {
      json.set(key, ValueJson.toldApart(value));
    }
  }

  private static JsonNode plain(SortedMap<String, Value> fields) {
    var json = NODES.objectNode();
    fields.forEach((name, value) -> json.set(name, ValueJson.plain(value)));
    return json;
  }

  private static ArrayNode confirmations(Collection<Confirmation> confirmations) {
    var json = NODES.arrayNode();
    confirmations.forEach(
        one -> json.addObject().put("name", Words.of(one)).put("flag", one.flag()));
    return json;
  }
}
