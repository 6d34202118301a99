package dev.orgform.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is wanted beside what is there, and what must come of the two, worked out from the shapes
 * alone.
 *
 * @param removing whether what is there and not wanted is under {@code removed}
 */
public record Pair(List<Shape> wanted, List<Shape> there, boolean removing) {

  /** What is there, as organizations. */
  public Forest forest() {
    var forest = new Forest();
    grow(forest, there, Optional.empty());
    return forest;
  }

  private static void grow(Forest forest, List<Shape> shapes, Optional<String> parent) {
    for (var shape : shapes) {
      var profile =
          shape.profile() == 0
              ? Optional.<ObjectNode>empty()
              : Optional.of(rich(business(shape.profile())));
      var org = forest.create(shape.name(), parent, profile, Instant.parse("2026-01-01T00:00:00Z"));
      grow(forest, shape.below(), Optional.of(org.id()));
    }
  }

  /** What is wanted, as a configuration; children have smaller keys than their parents. */
  public Declared declared(Forest live) {
    var declared = new Declared();
    declare(declared, wanted, "", new ArrayList<>());
    if (removing) {
      paths(live)
          .forEach(
              (path, org) -> {
                if (find(wanted, path).isEmpty()) {
                  declared.removed(org.id(), org.name());
                }
              });
    }
    return declared;
  }

  private void declare(Declared declared, List<Shape> shapes, String parent, List<String> used) {
    for (var shape : shapes) {
      var key = "k" + (9 - used.size());
      used.add(key);
      if (parent.isEmpty()) {
        declared.root(key, shape.name());
      } else {
        declared.below(parent, key, shape.name());
      }
      if (shape.profile() > 0) {
        declared.profile(key, "business_name", business(shape.profile()));
      }
      declare(declared, shape.below(), key, used);
    }
  }

  /** Paths of names to profiles as they must be in the end. */
  public Map<String, String> outcome() {
    var outcome = new TreeMap<String, String>();
    if (!removing) {
      outcome.putAll(profiles(forest()));
    }
    expect(outcome, wanted, "");
    return outcome;
  }

  private void expect(Map<String, String> outcome, List<Shape> shapes, String above) {
    for (var shape : shapes) {
      var path = above + "/" + shape.name();
      int before = find(there, path).map(Shape::profile).orElse(0);
      var business = business(shape.profile() > 0 ? shape.profile() : before);
      var none = shape.profile() == 0 && before == 0;
      outcome.put(path, none ? "none" : (before > 0 ? rich(business) : bare(business)).toString());
      expect(outcome, shape.below(), path);
    }
  }

  /** Paths of names to profiles as they are. */
  public static Map<String, String> profiles(Forest forest) {
    var profiles = new TreeMap<String, String>();
    paths(forest)
        .forEach(
            (path, org) -> profiles.put(path, org.profile().map(Object::toString).orElse("none")));
    return profiles;
  }

  /** Organizations by the names from their roots down to them. */
  public static Map<String, Org> paths(Forest forest) {
    var paths = new TreeMap<String, Org>();
    var byId = new HashMap<String, String>();
    for (var org : forest.all()) {
      var path = org.parent().map(byId::get).orElse("") + "/" + org.name();
      byId.put(org.id(), path);
      if (paths.put(path, org) != null) {
        throw new AssertionError("twice: " + path);
      }
    }
    return paths;
  }

  /** How many of the wanted profiles belong to something that is there. */
  public int readableProfiles() {
    return readable(wanted, "");
  }

  private int readable(List<Shape> shapes, String above) {
    int count = 0;
    for (var shape : shapes) {
      var path = above + "/" + shape.name();
      if (find(there, path).isPresent()) {
        count += (shape.profile() > 0 ? 1 : 0) + readable(shape.below(), path);
      }
    }
    return count;
  }

  public int size() {
    return Shape.size(wanted) + Shape.size(there);
  }

  /** Whether some wanted profile may be there already. */
  public boolean keepsProfiles() {
    return keepsProfiles(wanted);
  }

  private static boolean keepsProfiles(List<Shape> shapes) {
    return shapes.stream().anyMatch(s -> s.profile() == 1 || keepsProfiles(s.below()));
  }

  /** How many are there and not wanted. */
  public int strangers() {
    return (int)
        paths(forest()).keySet().stream().filter(path -> find(wanted, path).isEmpty()).count();
  }

  /** How many are there, not wanted, and below something that is wanted. */
  public int strangersInside() {
    return strangers(wanted, there);
  }

  private static int strangers(List<Shape> wanted, List<Shape> there) {
    int count = 0;
    for (var shape : there) {
      var same = wanted.stream().filter(s -> s.name().equals(shape.name())).findFirst();
      if (same.isPresent()) {
        for (var below : shape.below()) {
          if (same.get().below().stream().noneMatch(s -> s.name().equals(below.name()))) {
            count += Shape.size(List.of(below));
          }
        }
        count += strangers(same.get().below(), shape.below());
      }
    }
    return count;
  }

  private static Optional<Shape> find(List<Shape> shapes, String path) {
    var level = shapes;
    Optional<Shape> found = Optional.empty();
    for (var name : path.substring(1).split("/", -1)) {
      found = level.stream().filter(shape -> shape.name().equals(name)).findFirst();
      if (found.isEmpty()) {
        return found;
      }
      level = found.get().below();
    }
    return found;
  }

  private static String business(int profile) {
    return "Business " + profile;
  }

  /** A profile that somebody kept well, with a member that nobody here knows. */
  static ObjectNode rich(String business) {
    var profile = JsonNodeFactory.instance.objectNode();
    profile.put("business_address", "1 Way");
    profile.put("business_email", "kept@example.com");
    profile.put("business_name", business);
    profile.putObject("later").put("ratio", new BigDecimal("1.10")).putNull("nothing");
    profile.put("business_phone", "").put("external_metadata", "{\"b\": 1}");
    return profile;
  }

  private static ObjectNode bare(String business) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("business_name", business)
        .put("business_email", "")
        .put("business_phone", "")
        .put("business_address", "")
        .put("external_metadata", "");
  }
}
