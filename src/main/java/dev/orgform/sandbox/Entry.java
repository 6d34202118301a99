package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An object in an estate file, read strictly; {@code where} names it in every {@link Refused}. */
record Entry(String where, ObjectNode object) {
  void only(Collection<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new Refused(
                    "%s: \"%s\" is not known here.%s"
                        .formatted(where, Plain.text(name), Nearest.hint(name, known)));
              }
            });
  }

  Optional<String> text(String name) {
    return Json.member(object, name)
        .map(node -> typed(name, node, node.isTextual(), "text"))
        .map(JsonNode::textValue);
  }

  String required(String name) {
    return text(name).orElseThrow(() -> wrong(name, "is required"));
  }

  /** The required id of what the entry is. */
  String id() {
    return checked("id", required("id"));
  }

  Optional<String> id(String name) {
    return text(name).map(id -> checked(name, id));
  }

  private String checked(String name, String id) {
    if (!id.matches("[0-9a-z]{1,32}") || id.equals("null")) {
      throw wrong(name, "must be 1 to 32 of 0-9 and a-z, and not null");
    }
    return id;
  }

  Optional<Boolean> flag(String name) {
    return Json.member(object, name)
        .map(node -> typed(name, node, node.isBoolean(), "true or false"))
        .map(JsonNode::booleanValue);
  }

  Optional<Long> count(String name) {
    return Json.member(object, name)
        .map(
            node ->
                typed(
                    name,
                    node,
                    node.canConvertToLong() && node.isIntegralNumber() && node.longValue() >= 0,
                    "a whole number"))
        .map(JsonNode::longValue);
  }

  Optional<ObjectNode> object(String name) {
    return Json.member(object, name)
        .map(node -> typed(name, node, node.isObject(), "an object"))
        .map(ObjectNode.class::cast);
  }

  /** An instant in RFC 3339. */
  Optional<Instant> time(String name) {
    try {
      return text(name).map(t -> OffsetDateTime.parse(t).toInstant());
    } catch (DateTimeException e) {
      throw wrong(name, "must be a time like 2026-11-20T08:15:30.120Z");
    }
  }

  /** The objects of a list that may be missing. */
  List<Entry> anyEntries(String name) {
    return Json.member(object, name).isEmpty() ? List.of() : entries(name);
  }

  List<Entry> entries(String name) {
    if (!(object.path(name) instanceof ArrayNode array)) {
      throw wrong(name, "must be a list");
    }
    var entries = new ArrayList<Entry>();
    for (JsonNode item : array) {
      String place = where + ": " + name + "[" + entries.size() + "]";
      if (!(item instanceof ObjectNode member)) {
        throw new Refused(place + " must be an object.");
      }
      entries.add(new Entry(place, member));
    }
    return entries;
  }

  private JsonNode typed(String name, JsonNode node, boolean right, String wanted) {
    if (!right) {
      throw wrong(name, "must be " + wanted);
    }
    return node;
  }

  Refused wrong(String name, String what) {
    return new Refused("%s: %s %s.".formatted(where, name, what));
  }
}
