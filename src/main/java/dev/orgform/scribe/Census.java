package dev.orgform.scribe;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which live things are to be written down, and what they are called there.
 *
 * @param desired each of them, pinned by its id, with everything of it that is to be read
 * @param leftOut what cannot be written
 */
public record Census(Desired desired, List<LeftOut> leftOut) {
  public Census {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A census of some of the tree.
   *
   * @param tree live objects of the kind that makes the tree, at undeclared addresses
   * @param chosen the ids of those that are to be written
   * @param kinds what is to be written of each of them; the one that makes the tree among them
   * @param declared keys of a configuration that the files will stand beside, by the id they mean
   * @param taken every key of that configuration
   * @param legible what is to be said against a text; nothing where it can be written
   */
  public static Census of(
      Collection<Resource> tree,
      Set<String> chosen,
      List<Kind> kinds,
      Map<String, String> declared,
      Set<String> taken,
      Legible legible) {
    var branch = kinds.stream().filter(kind -> kind.form() instanceof Kind.Form.Branch).toList();
    return new Making(branch.getFirst(), kinds, legible).of(tree, chosen, declared, taken);
  }

  /** The ids of these and of everything below them, whatever order they come in. */
  public static Set<String> below(Collection<Resource> tree, Set<String> roots) {
    Map<String, List<String>> children = new HashMap<>();
    for (var resource : tree) {
      parentId(resource)
          .ifPresent(
              parent ->
                  children
                      .computeIfAbsent(parent, id -> new ArrayList<>())
                      .add(resource.id().orElseThrow()));
    }
    var found = new HashSet<String>();
    var open = new ArrayList<>(roots);
    while (!open.isEmpty()) {
      var id = open.removeLast();
      if (found.add(id)) {
        open.addAll(children.getOrDefault(id, List.of()));
      }
    }
    return found;
  }

  static Optional<String> parentId(Resource live) {
    return live.fields().get(PARENT) instanceof Value.Ref ref && ref.to().isUndeclared()
        ? Optional.of(ref.to().undeclaredId())
        : Optional.empty();
  }

  static final String NAME = "name";
  static final String PARENT = "parent";

  private record Making(Kind branch, List<Kind> kinds, Legible legible) {

    Census of(
        Collection<Resource> tree,
        Set<String> chosen,
        Map<String, String> declared,
        Set<String> taken) {
      var written = new TreeMap<String, Resource>();
      var names = new TreeMap<String, String>();
      var leftOut = new ArrayList<LeftOut>();
      for (var live : tree) {
        var id = live.id().orElseThrow();
        if (chosen.contains(id)) {
          var name = live.fields().text(NAME);
          var objection = legible.asName(name);
          if (objection.isPresent()) {
            leftOut.add(new LeftOut(live.address(), Optional.empty(), objection.get()));
          } else {
            written.put(id, live);
            names.put(id, name);
          }
        }
      }
      var keys = new TreeMap<String, String>(declared);
      keys.putAll(Keys.of(names, branch.name(), taken));
      var resources = new ArrayList<Resource>();
      var rolls = new ArrayList<Roll>();
      for (var live : written.values()) {
        resources.addAll(resources(live, keys));
        var key = Objects.requireNonNull(keys.get(live.id().orElseThrow()));
        kinds.forEach(kind -> roll(kind, branch.address(key)).ifPresent(rolls::add));
      }
      return new Census(new Desired(Resources.of(resources), Map.of(), List.of(), rolls), leftOut);
    }

    private List<Resource> resources(Resource live, Map<String, String> keys) {
      var key = Objects.requireNonNull(keys.get(live.id().orElseThrow()));
      var fields = new TreeMap<String, Value>();
      fields.put(NAME, live.fields().get(NAME));
      parentId(live)
          .flatMap(id -> Optional.ofNullable(keys.get(id)))
          .ifPresent(parent -> fields.put(PARENT, new Value.Ref(branch.address(parent))));
      var address = branch.address(key);
      var resources = new ArrayList<Resource>();
      resources.add(new Resource(address, branch, live.id(), new Fields(fields), Optional.empty()));
      for (var kind : kinds) {
        owned(kind, key, address).ifPresent(resources::add);
      }
      return resources;
    }

    private static Optional<Resource> owned(Kind kind, String key, Address owner) {
      return switch (kind.form()) {
        case Kind.Form.Branch branch -> Optional.empty();
        case Kind.Form.Roster roster -> Optional.empty();
        case Kind.Form.Labelled labelled -> Optional.empty();
        case Kind.Form.Block block ->
            Optional.of(
                new Resource(
                    kind.address(key),
                    kind,
                    Optional.empty(),
                    Fields.of(Map.of(block.owner(), new Value.Ref(owner))),
                    Optional.empty()));
      };
    }

    /** A list of an organization, so that it is read who or what is on it. */
    private static Optional<Roll> roll(Kind kind, Address owner) {
      return switch (kind.form()) {
        case Kind.Form.Branch branch -> Optional.empty();
        case Kind.Form.Block block -> Optional.empty();
        case Kind.Form.Roster roster -> Optional.of(new Roll(kind, owner, true, Optional.empty()));
        case Kind.Form.Labelled labelled ->
            Optional.of(new Roll(kind, owner, false, Optional.empty()));
      };
    }
  }
}
