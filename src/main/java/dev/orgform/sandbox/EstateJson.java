package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The JSON of an estate file, as {@link Estate} describes it. */
final class EstateJson {
  static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private EstateJson() {}

  static ObjectNode write(Estate estate) {
    ObjectNode file =
        Json.object().put("version", 1).put("seed", estate.seed()).put("issued", estate.issued());
    var organizations = file.putArray("organizations");
    for (Organization organization : estate.organizations().values()) {
      ObjectNode entry = organizations.addObject();
      entry.put("id", organization.id()).put("name", organization.name());
      organization.parent().ifPresent(parent -> entry.put("parent", parent));
      entry.put("create_time", organization.createTime().toString());
      organization.profile().ifPresent(profile -> entry.set("profile", profile));
      if (!organization.meta().isEmpty()) {
        entry.set("meta", organization.meta());
      }
      veil(entry, "visible_from", organization.veil().visible());
      veil(entry, "open_from", organization.veil().open());
      MemberJson.write(estate.members().of(organization.id()), entry);
    }
    AccountJson.write(estate.accounts(), file);
    AuditJson.write(estate.trail(), file);
    return file;
  }

  private static void veil(ObjectNode entry, String name, Instant until) {
    if (!until.equals(Instant.MIN)) {
      entry.put(name, until.toString());
    }
  }

  static Estate parse(String source, String text) {
    var file = new Entry(source, tree(source, text));
    file.only(List.of("version", "seed", "issued", "organizations", "accounts", "audit"));
    if (file.count("version").orElse(1L) != 1) {
      throw file.wrong("version", "must be 1, the only version there is");
    }
    var organizations = new LinkedHashMap<String, Organization>();
    var members = new LinkedHashMap<String, Member>();
    for (Entry entry : file.entries("organizations")) {
      Organization organization = organization(entry);
      if (organizations.put(organization.id(), organization) != null) {
        throw entry.wrong("id", "is used twice: " + organization.id());
      }
      MemberJson.read(entry, organization.id(), members);
    }
    var estate =
        new Estate(
            file.text("seed").orElse(""),
            file.count("issued").orElse(0L),
            organizations,
            new Members(members),
            AccountJson.read(file, organizations.keySet()),
            AuditJson.read(file));
    checkParents(file, estate);
    return estate;
  }

  private static ObjectNode tree(String source, String text) {
    JsonNode tree;
    try {
      tree = Json.read(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new Refused(
          "%s:%d:%d: not JSON: %s"
              .formatted(source, at.getLineNr(), at.getColumnNr(), Plain.text(Json.fault(e))));
    }
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new Refused(source + ": an estate is a JSON object, e.g. {\"organizations\": []}.");
  }

  private static Organization organization(Entry entry) {
    entry.only(
        List.of(
            "id",
            "name",
            "parent",
            "create_time",
            "profile",
            "meta",
            "visible_from",
            "open_from",
            "members"));
    return new Organization(
        entry.id(),
        entry.required("name"),
        entry.text("parent"),
        entry.time("create_time").orElse(LONG_AGO),
        entry.object("profile"),
        entry.object("meta").orElseGet(Json::object),
        new Veil(
            entry.time("visible_from").orElse(Instant.MIN),
            entry.time("open_from").orElse(Instant.MIN)));
  }

  private static void checkParents(Entry file, Estate estate) {
    for (Organization organization : estate.organizations().values()) {
      var seen = new HashSet<String>();
      for (Optional<String> at = Optional.of(organization.id()); at.isPresent(); ) {
        String id = at.get();
        if (!seen.add(id)) {
          throw file.wrong("organizations", organization.id() + " lies under itself");
        }
        at =
            estate
                .find(id)
                .orElseThrow(
                    () ->
                        file.wrong("organizations", "the parent " + Plain.text(id) + " is missing"))
                .parent();
      }
    }
  }
}
