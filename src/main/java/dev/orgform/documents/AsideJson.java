package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import dev.orgform.plan.Person;
import dev.orgform.plan.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a document says beside its changes, written and read. */
final class AsideJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AsideJson() {}

  static ObjectNode write(Source source) {
    return NODES
        .objectNode()
        .put("file", source.file())
        .put("line", source.line())
        .put("column", source.column());
  }

  static Source source(Part json) {
    return new Source(json.at("file").text(), json.at("line").number(), json.at("column").number());
  }

  static ObjectNode write(LiveObject object) {
    var json = named(object.address(), object.type(), object.id(), object.name());
    object.parent().ifPresent(parent -> json.put("parent", parent.toString()));
    return json;
  }

  static LiveObject unmanaged(Part json) {
    return new LiveObject(
        json.at("address").address(),
        json.at("type").text(),
        json.given("id").map(Part::text),
        json.at("name").text(),
        json.given("parent").map(Part::address));
  }

  static ObjectNode write(DriftedObject object) {
    var json = named(object.address(), object.type(), object.id(), object.name());
    json.put("state", Words.of(object.state()));
    object.within().ifPresent(within -> json.put("within", within.toString()));
    json.set("differences", PlanWriter.differences(object.fields()));
    object.source().ifPresent(source -> json.set("source", write(source)));
    if (!object.origins().isEmpty()) {
      var origins = json.putArray("origins");
      object.origins().forEach(one -> origins.add(write(one)));
    }
    return json;
  }

  private static ObjectNode write(Origin origin) {
    var json = NODES.objectNode();
    origin.field().ifPresent(field -> json.put("field", field));
    json.put("cause", Words.of(origin.cause()));
    origin.run().ifPresent(run -> json.put("run", run));
    return json.put("reason", origin.reason());
  }

  static DriftedObject drifted(Part json) {
    return new DriftedObject(
        json.at("address").address(),
        json.at("type").text(),
        json.given("id").map(Part::text),
        json.at("name").text(),
        json.at("state").word(Words.parser(DriftedObject.State.class)),
        differences(json),
        json.given("within").map(Part::address),
        json.given("source").map(AsideJson::source));
  }

  static ObjectNode write(AdoptedObject object) {
    var json = named(object.address(), object.type(), object.id(), object.name());
    json.set("taken_over", PlanWriter.differences(object.takenOver()));
    object.source().ifPresent(source -> json.set("source", write(source)));
    return json;
  }

  static AdoptedObject adopted(Part json) {
    return new AdoptedObject(
        json.at("address").address(),
        json.at("type").text(),
        json.given("id").map(Part::text),
        json.at("name").text(),
        json.at("taken_over").each(AsideJson::difference),
        json.given("source").map(AsideJson::source));
  }

  static ObjectNode write(Person person) {
    var json =
        NODES
            .objectNode()
            .put("email", person.email())
            .put("organization", person.organization().toString())
            .put("name", person.name())
            .put("turn", Words.of(person.turn()));
    person.secured().ifPresent(on -> json.put("two_factor", on));
    person.accounts().ifPresent(many -> json.put("accounts", many));
    return json;
  }

  static Person person(Part json) {
    return new Person(
        json.at("email").text(),
        json.at("organization").address(),
        json.at("name").text(),
        json.at("turn").word(Words.parser(Person.Turn.class)),
        json.given("two_factor").map(Part::flag),
        json.given("accounts")
            .map(many -> OptionalInt.of(many.number()))
            .orElseGet(OptionalInt::empty));
  }

  static ObjectNode write(Transfer transfer) {
    var json =
        NODES
            .objectNode()
            .put("account", transfer.account().toString())
            .put("label", transfer.label());
    transfer.from().ifPresent(from -> json.put("from", from.toString()));
    return json.put("to", transfer.to().toString())
        .put("gaining", transfer.gaining())
        .put("losing", transfer.losing())
        .put("whole", transfer.whole());
  }

  static Transfer transfer(Part json) {
    return new Transfer(
        json.at("account").address(),
        json.at("label").text(),
        json.given("from").map(Part::address),
        json.at("to").address(),
        json.at("gaining").number(),
        json.at("losing").number(),
        json.at("whole").flag());
  }

  static List<FieldChange> differences(Part json) {
    return json.at("differences").each(AsideJson::difference);
  }

  private static FieldChange difference(Part json) {
    return new FieldChange(
        json.at("field").text(),
        json.given("before").map(ValueJson::toldApart).orElse(Value.unmanaged()),
        json.given("after").map(ValueJson::toldApart).orElse(Value.unmanaged()));
  }

  private static ObjectNode named(Address address, String type, Optional<String> id, String name) {
    var json = NODES.objectNode().put("address", address.toString()).put("type", type);
    id.ifPresent(one -> json.put("id", one));
    return json.put("name", name);
  }
}
