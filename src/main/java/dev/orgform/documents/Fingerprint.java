package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Grounds;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How one live object looked that a plan's steps touch or rest on.
 *
 * @param type Terraform's name for its kind
 * @param id empty where its kind has none
 * @param name what it was called; empty for kinds without a name
 * @param sha256 in hex, over all its fields as they are on the wire
 */
public record Fingerprint(
    Address address, String type, Optional<String> id, String name, String sha256) {

  /** Those of everything that a plan's steps touch or rest on, in the order of addresses. */
  public static List<Fingerprint> of(Plan plan) {
    var draft = new Draft(plan);
    var fingerprints = new ArrayList<Fingerprint>();
    Grounds.footing(plan)
        .forEach((address, live) -> fingerprints.add(of(address, live, draft.asLive(live))));
    return List.copyOf(fingerprints);
  }

  static Fingerprint of(Address address, Resource live, SortedMap<String, Value> fields) {
    var json = JsonNodeFactory.instance.objectNode().put("type", live.kind().type());
    fields.forEach((name, value) -> json.set(name, ValueJson.plain(value)));
    return new Fingerprint(
        address, live.kind().type(), live.id(), live.label(), PlanHash.sha256(SafeJson.line(json)));
  }
}
