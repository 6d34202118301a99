package dev.orgform.world;

import static dev.orgform.kinds.member.MemberKind.MEMBER;
import static dev.orgform.kinds.organization.OrganizationKind.NAME;
import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.organization.OrganizationKind.PARENT;
import static dev.orgform.kinds.placement.PlacementKind.PLACEMENT;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import dev.orgform.kinds.member.MemberKind;
import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.JsonText;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A configuration in the words of a test, as the loader would hand it over. */
public final class Declared {
  private final List<Resource> resources = new ArrayList<>();
  private final Map<Address, List<String>> formerNames = new TreeMap<>();
  private final List<Removal> removals = new ArrayList<>();
  private final List<Roll> rolls = new ArrayList<>();

  public Declared root(String key, String name) {
    return organization(key, name, Value.none(), Optional.empty());
  }

  public Declared below(String parent, String key, String name) {
    return organization(key, name, new Value.Ref(ORGANIZATION.address(parent)), Optional.empty());
  }

  /** A top-level declaration with an id, whose parent is nobody's business. */
  public Declared pinned(String id, String key, String name) {
    return organization(key, name, Value.unmanaged(), Optional.of(id));
  }

  public Declared pinnedBelow(String parent, String id, String key, String name) {
    return organization(key, name, new Value.Ref(ORGANIZATION.address(parent)), Optional.of(id));
  }

  public Declared previously(String key, String... names) {
    formerNames.put(ORGANIZATION.address(key), List.of(names));
    return this;
  }

  /** Some fields of a profile: name, text, name, text. */
  public Declared profile(String key, String... namesAndTexts) {
    var fields = new TreeMap<String, Value>();
    fields.put(ProfileKind.ORGANIZATION, new Value.Ref(ORGANIZATION.address(key)));
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      var shape = PROFILE.field(namesAndTexts[i]).orElseThrow().shape();
      fields.put(
          namesAndTexts[i],
          shape == Field.Shape.TEXT
              ? Value.text(namesAndTexts[i + 1])
              : JsonText.read(namesAndTexts[i + 1]));
    }
    resources.add(
        new Resource(
            PROFILE.address(key),
            PROFILE,
            Optional.empty(),
            Fields.of(fields),
            Optional.of(Place.of("test.yaml"))));
    return this;
  }

  /** Exactly these are members of an organization. */
  public Declared members(String key, String... emails) {
    var owner = ORGANIZATION.address(key);
    var roll = new Roll(MEMBER, owner, true, Optional.of(Place.of("test.yaml")));
    rolls.add(roll);
    for (var email : emails) {
      resources.add(
          new Resource(
              roll.address(email),
              MEMBER,
              Optional.empty(),
              Fields.of(
                  Map.of(
                      MemberKind.ORGANIZATION,
                      new Value.Ref(owner),
                      MemberKind.EMAIL,
                      Value.text(email))),
              Optional.of(Place.of("test.yaml"))));
    }
    return this;
  }

  /** These accounts are in an organization: label, id, label, id. */
  public Declared accounts(String key, String... labelsAndIds) {
    var owner = ORGANIZATION.address(key);
    rolls.add(new Roll(PLACEMENT, owner, false, Optional.of(Place.of("test.yaml"))));
    for (int i = 0; i < labelsAndIds.length; i += 2) {
      var id = labelsAndIds[i + 1];
      resources.add(
          new Resource(
              PLACEMENT.address(id),
              PLACEMENT,
              Optional.of(id),
              Fields.of(
                  Map.of(
                      PlacementKind.ORGANIZATION,
                      new Value.Ref(owner),
                      PlacementKind.LABEL,
                      Value.text(labelsAndIds[i]))),
              Optional.of(Place.of("test.yaml"))));
    }
    return this;
  }

  public Declared removed(String id, String name) {
    removals.add(new Removal(ORGANIZATION, id, name, Place.of("test.yaml")));
    return this;
  }

  public Desired desired() {
    return new Desired(Resources.of(resources), formerNames, removals, rolls);
  }

  private Declared organization(String key, String name, Value parent, Optional<String> id) {
    resources.add(
        new Resource(
            ORGANIZATION.address(key),
            ORGANIZATION,
            id,
            Fields.of(Map.of(NAME, Value.text(name), PARENT, parent)),
            Optional.of(Place.of("test.yaml"))));
    return this;
  }
}
