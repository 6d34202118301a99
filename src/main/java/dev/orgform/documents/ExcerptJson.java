package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.plan.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The declarations that steps come from or rest on, written and read. */
final class ExcerptJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExcerptJson() {}

  static ObjectNode write(Excerpt excerpt) {
    var json = NODES.objectNode();
    var resources = json.putArray("resources");
    excerpt
        .declared()
        .resources()
        .all()
        .forEach(
            one ->
                resources.add(
                    write(
                        one,
                        Optional.ofNullable(excerpt.ids().get(one.address())),
                        excerpt.declared().formerNames().getOrDefault(one.address(), List.of()))));
    var removed = json.putArray("removed");
    excerpt.declared().removals().forEach(one -> removed.add(write(one)));
    var lists = json.putArray("lists");
    excerpt.declared().rolls().forEach(one -> lists.add(write(one)));
    return json;
  }

  private static ObjectNode write(Resource one, Optional<String> live, List<String> formerNames) {
    var json = NODES.objectNode().put("address", one.address().toString());
    one.id().ifPresent(id -> json.put("id", id));
    live.ifPresent(id -> json.put("live_id", id));
    one.place().ifPresent(place -> json.set("source", AsideJson.write(Source.of(place))));
    if (!formerNames.isEmpty()) {
      formerNames.forEach(json.putArray("previously")::add);
    }
    var fields = json.putObject("fields");
    one.fields().values().forEach((name, value) -> fields.set(name, ValueJson.toldApart(value)));
    return json;
  }

  private static ObjectNode write(Removal one) {
    var json = NODES.objectNode().put("kind", one.kind().name());
    json.put("id", one.id()).put("name", one.name());
    json.set("source", AsideJson.write(Source.of(one.place())));
    return json;
  }

  private static ObjectNode write(Roll one) {
    var json = NODES.objectNode().put("kind", one.kind().name());
    json.put("organization", one.owner().toString()).put("whole", one.whole());
    one.place().ifPresent(place -> json.set("source", AsideJson.write(Source.of(place))));
    return json;
  }

  static Excerpt read(Part json, List<Kind> kinds) {
    var resources = new ArrayList<Resource>();
    var formerNames = new TreeMap<Address, List<String>>();
    var ids = new TreeMap<Address, String>();
    json.at("resources")
        .each(
            one -> {
              var resource = resource(one, kinds);
              one.given("live_id").ifPresent(id -> ids.put(resource.address(), id.text()));
              one.given("previously")
                  .ifPresent(names -> formerNames.put(resource.address(), names.each(Part::text)));
              return resources.add(resource);
            });
    var removals = json.at("removed").each(one -> removal(one, kinds));
    var rolls = json.at("lists").each(one -> roll(one, kinds));
    try {
      return new Excerpt(new Desired(Resources.of(resources), formerNames, removals, rolls), ids);
    } catch (IllegalArgumentException e) {
      throw json.at("resources").not("free of doubles");
    }
  }

  private static Resource resource(Part json, List<Kind> kinds) {
    var address = json.at("address").address();
    var fields = new TreeMap<String, Value>();
    var told = json.at("fields");
    told.node()
        .fieldNames()
        .forEachRemaining(name -> fields.put(name, ValueJson.toldApart(told.at(name))));
    return new Resource(
        address,
        kind(json.at("address"), address.kind(), kinds),
        json.given("id").map(Part::text),
        new Fields(fields),
        json.given("source").map(ExcerptJson::place));
  }

  private static Removal removal(Part json, List<Kind> kinds) {
    return new Removal(
        kind(json.at("kind"), json.at("kind").text(), kinds),
        json.at("id").text(),
        json.at("name").text(),
        place(json.at("source")));
  }

  private static Roll roll(Part json, List<Kind> kinds) {
    return new Roll(
        kind(json.at("kind"), json.at("kind").text(), kinds),
        json.at("organization").address(),
        json.at("whole").flag(),
        json.given("source").map(ExcerptJson::place));
  }

  private static Kind kind(Part json, String name, List<Kind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> json.not("of a kind that is known here"));
  }

  private static Place place(Part json) {
    var source = AsideJson.source(json);
    return source.line() == 0
        ? Place.of(source.file())
        : new Place(source.file(), source.line(), source.column(), 1, "");
  }
}
