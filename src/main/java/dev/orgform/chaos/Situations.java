package dev.orgform.chaos;

import static dev.orgform.kinds.organization.OrganizationKind.ORGANIZATION;
import static dev.orgform.kinds.profile.ProfileKind.PROFILE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.api.Credentials;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Fields;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Knobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Draws a tree that is wanted, and a live one that is like it here and unlike it there. */
final class Situations {
  static final String SECRET = "k3y-that-must-never-show-0123456789";

  private static final List<String> NAMES =
      List.of("North", "South", "East", "West", "Labs", "Zürich & Söhne", "東京", "a/b", "R+D 100%");
  private static final List<String> TEXTS = List.of("", "Acme", "x@example.com", "+1 555 0100");
  private static final List<String> FIELDS =
      List.of("business_name", "business_email", "business_phone", "business_address");
  private static final int LEVELS = 5;

  private final long seed;
  private final SplittableRandom dice;
  private final boolean token;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<Address, List<String>> former = new TreeMap<>();
  private final List<Removal> removals = new ArrayList<>();
  private final People people;
  private Estate estate;

  /**
   * A declared organization: its root, how deep it is, and its live counterpart's id where there is
   * one.
   */
  private record Node(
      Address address, Address root, int level, Optional<String> live, List<String> taken) {}

  private Situations(long seed) {
    this.seed = seed;
    this.dice = new SplittableRandom(seed ^ 0x73697475617469L);
    this.token = dice.nextInt(12) == 0;
    this.people = new People(seed, token);
    this.estate = Estate.seeded("chaos " + seed);
  }

  static Situation of(long seed) {
    return new Situations(seed).draw();
  }

  private Situation draw() {
    var nodes = new ArrayList<Node>();
    var none = ORGANIZATION.address("none");
    var roots = new Node(none, none, 0, Optional.empty(), new ArrayList<>());
    int wanted = dice.nextInt(1, 13);
    for (int i = 0; i < wanted; i++) {
      var above =
          nodes.isEmpty() || dice.nextInt(6) == 0 ? roots : nodes.get(dice.nextInt(nodes.size()));
      if (above.level < LEVELS && above.taken.size() < NAMES.size()) {
        nodes.add(organization("org" + i, above, above.level == 0));
      }
    }
    strangers(nodes);
    int quota = dice.nextInt(5) == 0 ? dice.nextInt(40, 120) : 1200;
    var knobs = knobs(quota);
    var rolls = accounts(nodes, knobs);
    return new Situation(
        new Desired(
            Resources.of(resources),
            former,
            removals,
            Stream.concat(people.rolls().stream(), rolls.stream()).toList()),
        estate,
        new Knobs(new TreeMap<>(knobs)),
        token ? new Credentials.Token(SECRET) : new Credentials.GlobalKey(People.SELF, SECRET),
        dice.nextInt(1, 6),
        quota,
        dice.nextInt(1, 6));
  }

  private Node organization(String key, Node above, boolean root) {
    var address = ORGANIZATION.address(key);
    var name = one(NAMES.stream().filter(n -> !above.taken.contains(n)).toList());
    above.taken.add(name);
    boolean there = (root || above.live.isPresent()) && dice.nextInt(2) == 0;
    boolean renamed = there && !token && dice.nextInt(3) == 0;
    var oldName = renamed ? name + " of old" : name;
    Optional<String> live = there ? Optional.of(create(oldName, above.live)) : Optional.empty();
    boolean pinned = there && (renamed ? dice.nextBoolean() : dice.nextInt(5) == 0);
    if (renamed && !pinned) {
      former.put(address, List.of(oldName));
    }
    var fields = new TreeMap<String, Value>();
    fields.put(OrganizationKind.NAME, Value.text(name));
    fields.put(OrganizationKind.PARENT, root ? Value.none() : new Value.Ref(above.address));
    resources.add(
        new Resource(
            address,
            ORGANIZATION,
            pinned ? live : Optional.empty(),
            new Fields(fields),
            Optional.of(Place.of("chaos.yaml"))));
    if (!token && dice.nextInt(3) > 0) {
      profile(key, address);
    }
    people.declared(address).forEach(resources::add);
    var top = root ? address : above.root;
    return new Node(address, top, above.level + 1, live, new ArrayList<>());
  }

  private List<Roll> accounts(List<Node> nodes, Map<String, String> knobs) {
    if (token || nodes.isEmpty() || !Placements.isDrawn(seed)) {
      return List.of();
    }
    var placements = new Placements(seed, estate);
    placements.draw(
        nodes.stream()
            .map(node -> new Placements.Home(node.address, node.root, node.live))
            .toList(),
        doomed(nodes));
    estate = placements.estate();
    resources.addAll(placements.resources());
    knobs.putAll(placements.knobs());
    return placements.rolls();
  }

  /** What shall go and is right below something that is declared. */
  private List<Placements.Doomed> doomed(List<Node> nodes) {
    var doomed = new ArrayList<Placements.Doomed>();
    for (var removal : removals) {
      var above = estate.find(removal.id()).orElseThrow().parent();
      nodes.stream()
          .filter(node -> node.live.isPresent() && node.live.equals(above))
          .findFirst()
          .ifPresent(node -> doomed.add(new Placements.Doomed(removal.id(), node.root)));
    }
    return doomed;
  }

  private void profile(String key, Address organization) {
    var fields = new TreeMap<String, Value>();
    fields.put(ProfileKind.ORGANIZATION, new Value.Ref(organization));
    for (var field : FIELDS) {
      if (dice.nextBoolean()) {
        fields.put(
            field,
            PROFILE.field(field).orElseThrow().shape() == dev.orgform.model.Field.Shape.TEXT
                ? Value.text(one(TEXTS))
                : dev.orgform.model.JsonText.read(one(TEXTS)));
      }
    }
    resources.add(
        new Resource(
            PROFILE.address(key),
            PROFILE,
            Optional.empty(),
            new Fields(fields),
            Optional.of(Place.of("chaos.yaml"))));
  }

  /** What no declaration names; some of it shall go. */
  private void strangers(List<Node> nodes) {
    var homes = new ArrayList<Optional<String>>(List.of(Optional.empty()));
    nodes.forEach(node -> node.live.ifPresent(id -> homes.add(Optional.of(id))));
    int count = dice.nextInt(4);
    for (int i = 0; i < count; i++) {
      var name = "Stranger " + i;
      var id = create(name, one(homes));
      boolean goes = !token && dice.nextBoolean();
      if (goes) {
        removals.add(removal(id, name));
        if (dice.nextBoolean()) {
          var child = "Child of " + name;
          removals.add(removal(create(child, Optional.of(id)), child));
        }
      }
    }
  }

  private static Removal removal(String id, String name) {
    return new Removal(ORGANIZATION, id, name, Place.of("chaos.yaml"));
  }

  private String create(String name, Optional<String> parent) {
    Optional<ObjectNode> profile = dice.nextBoolean() ? Optional.of(profile()) : Optional.empty();
    var next = estate.create(name, parent, profile, SimulatedTime.BEGAN.minusSeconds(86_400));
    estate = people.live(next.estate(), next.said().id());
    return next.said().id();
  }

  private ObjectNode profile() {
    var profile = JsonNodeFactory.instance.objectNode();
    FIELDS.forEach(field -> profile.put(field, one(TEXTS)));
    profile.put("external_metadata", dice.nextBoolean() ? "{\"b\": 1}" : "");
    if (dice.nextBoolean()) {
      profile.putObject("later").put("ratio", dice.nextInt(100)).putNull("nothing");
    }
    return profile;
  }

  private Map<String, String> knobs(int quota) {
    var settings = new TreeMap<String, String>();
    settings.put("rate-limit", quota + "/5m");
    choose(settings, "root-parent", "absent", "null");
    choose(settings, "missing-profile", "404", "null", "blank");
    choose(settings, "exact-name", "honoured", "ignored");
    choose(settings, "list-order", "oldest", "newest", "id");
    choose(settings, "last-page-token", "absent", "empty", "null");
    choose(settings, "not-empty", "400:1409", "409:1409");
    choose(settings, "page-limit", "1000", "1000", "2", "3", "5");
    people.knobs(settings);
    return settings;
  }

  private void choose(Map<String, String> settings, String knob, String... values) {
    settings.put(knob, one(List.of(values)));
  }

  private <T> T one(List<T> some) {
    return some.get(dice.nextInt(some.size()));
  }
}
