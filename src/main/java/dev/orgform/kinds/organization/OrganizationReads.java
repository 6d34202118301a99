package dev.orgform.kinds.organization;

import static dev.orgform.kinds.organization.OrganizationKind.NAME;
import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.organization.OrganizationKind.PARENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgform.api.Call;
import dev.orgform.api.Script;
import dev.orgform.live.Pages;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.live.Wanted;
import dev.orgform.model.Address;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads all organizations that the credential sees, by list and never one by one. */
public final class OrganizationReads implements Reads {
  private final Said said;

  public OrganizationReads(Said said) {
    this.said = said;
  }

  @Override
  public List<Script<Checked<List<Resource>>>> scripts(Wanted wanted) {
    return List.of(all(Call.get("organizations"), said).map(OrganizationReads::resources));
  }

  /** A whole list of organizations, or why there is none. */
  static Script<Checked<List<JsonNode>>> all(Call list, Said said) {
    return Pages.all(list, said)
        .map(
            listed ->
                listed.value().filter(OrganizationReads::isSound).isPresent()
                        || listed.value().isEmpty()
                    ? listed
                    : Checked.failed(List.of(strange())));
  }

  private static Checked<List<Resource>> resources(Checked<List<JsonNode>> listed) {
    if (listed.value().isEmpty()) {
      return Checked.failed(listed.diagnostics());
    }
    var nodes = listed.value().get();
    var visible = nodes.stream().map(node -> text(node, "id")).collect(Collectors.toSet());
    var resources = new ArrayList<Resource>();
    nodes.forEach(node -> resources.add(resource(node, visible)));
    return Checked.of(List.copyOf(resources), List.of());
  }

  private static boolean isSound(List<JsonNode> nodes) {
    return nodes.stream().allMatch(OrganizationReads::isOrganization) && !isCircular(nodes);
  }

  /**
   * An organization without id or name could hide one that is declared, and one whose parent cannot
   * be read would be taken for a root.
   */
  private static boolean isOrganization(JsonNode node) {
    var parent = node.path("parent");
    return Call.isId(text(node, "id"))
        && node.path("name").isTextual()
        && (parent.isMissingNode() || parent.isNull() || parent.isObject());
  }

  private static boolean isCircular(List<JsonNode> nodes) {
    var parents = new HashMap<String, String>();
    nodes.forEach(node -> parents.put(text(node, "id"), text(node.path("parent"), "id")));
    var sound = new HashSet<String>();
    for (var node : nodes) {
      var way = new LinkedHashSet<String>();
      for (var at = text(node, "id");
          parents.containsKey(at) && !sound.contains(at);
          at = parents.getOrDefault(at, "")) {
        if (!way.add(at)) {
          return true;
        }
      }
      sound.addAll(way);
    }
    return false;
  }

  private static Resource resource(JsonNode node, Set<String> visible) {
    var fields = new TreeMap<String, Value>();
    fields.put(NAME, Value.text(text(node, "name")));
    fields.put(PARENT, parent(text(node.path("parent"), "id"), visible));
    if (node.path("create_time").isTextual()) {
      fields.put("create_time", Value.text(text(node, "create_time")));
    }
    var id = text(node, "id");
    return new Resource(
        Address.undeclared(ORGANIZATION.name(), id),
        ORGANIZATION,
        Optional.of(id),
        Fields.of(fields),
        Optional.empty());
  }

  private static Value parent(String id, Set<String> visible) {
    if (id.isEmpty()) {
      return Value.none();
    }
    return visible.contains(id)
        ? new Value.Ref(Address.undeclared(ORGANIZATION.name(), id))
        : Value.text(id);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static Diagnostic strange() {
    return Diagnostic.error(
            Code.INCOMPLETE_READING, "The list holds something that is no organization")
        .because(
            "An entry of GET /organizations has no usable id, no name or no readable parent, or is"
                + " above itself.")
        .todo("Try again; if it stays so, the API has changed: please report it.");
  }
}
