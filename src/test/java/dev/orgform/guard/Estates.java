package dev.orgform.guard;

import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Limit;
import dev.orgform.model.Limited;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Policy;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Rule;
import dev.orgform.model.Severity;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** An estate of root organizations, some of them declared and some to be removed. */
final class Estates {
  private static final Kind ORGANIZATION = OrganizationKind.ORGANIZATION;

  private final List<Resource> live = new ArrayList<>();
  private final List<Resource> undeclared = new ArrayList<>();
  private final List<Resource> wanted = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();

  static Place at(int line) {
    return new Place("orgform.guard.yaml", line, 1, 1, "");
  }

  /** Live under one name and declared under another or the same. */
  Estates declared(String id, String name, String other) {
    var address = ORGANIZATION.address("k" + id);
    live.add(organization(address, Optional.of(id), name));
    wanted.add(organization(address, Optional.of(id), other));
    return this;
  }

  Estates created(String key, String name) {
    wanted.add(organization(ORGANIZATION.address(key), Optional.empty(), name));
    return this;
  }

  Estates profile(String id, String before, String after) {
    live.add(phone(id, before));
    wanted.add(phone(id, after));
    return this;
  }

  Estates removed(String id, Removal.Form form) {
    var name = "name of " + id;
    undeclared.add(
        organization(Address.undeclared(ORGANIZATION.name(), id), Optional.of(id), name));
    removals.add(new Removal(ORGANIZATION, id, name, new Place("removed.yaml", 3, 5, 1, ""), form));
    return this;
  }

  Estates removed(int count) {
    for (int i = 0; i < count; i++) {
      removed("gone" + i, Removal.Form.SENTENCE);
    }
    return this;
  }

  Estates unchanged(int count) {
    for (int i = 0; i < count; i++) {
      declared("same" + i, "same", "same");
    }
    return this;
  }

  /** The plan with everything confirmed, so that only guards can stand in its way. */
  Plan plan() {
    return Planner.plan(
        new Desired(Resources.of(wanted), Map.of(), removals),
        new Live(Resources.of(live), Resources.of(undeclared), 1),
        Set.of(Confirmation.values()));
  }

  private static Resource organization(Address address, Optional<String> id, String name) {
    return new Resource(
        address,
        ORGANIZATION,
        id,
        Fields.of(Map.of("name", Value.text(name), "parent", Value.none())),
        Optional.empty());
  }

  private static Resource phone(String id, String phone) {
    var address = new Address("profile", "k" + id);
    var owner = new Value.Ref(ORGANIZATION.address("k" + id));
    return new Resource(
        address,
        ProfileKind.PROFILE,
        Optional.empty(),
        Fields.of(Map.of("organization", owner, "business_phone", Value.text(phone))),
        Optional.empty());
  }

  static Limit limit(int count, int percent) {
    return new Limit(
        count < 0 ? OptionalInt.empty() : OptionalInt.of(count),
        percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent),
        at(7));
  }

  static Policy limiting(Limited limited, Limit limit) {
    var limits = new TreeMap<>(Map.of(limited, limit));
    return new Policy(
        Optional.of(at(1)), List.of(), limits, Policy.NONE.admins(), List.of(), List.of());
  }

  static Policy protecting(String... ids) {
    var all = new ArrayList<Policy.Protection>();
    for (var id : ids) {
      all.add(new Policy.Protection(id, Optional.empty(), at(3)));
    }
    return new Policy(
        Optional.of(at(1)), all, new TreeMap<>(), Policy.NONE.admins(), List.of(), List.of());
  }

  static Policy ruling(Rule... rules) {
    return new Policy(
        Optional.of(at(1)),
        List.of(),
        new TreeMap<>(),
        Policy.NONE.admins(),
        List.of(),
        List.of(rules));
  }

  static Rule rule(Rule.Scope scope, String require) {
    return new Rule("r", scope, require, Severity.ERROR, "Not so.", at(9), List.of(at(9)));
  }
}
