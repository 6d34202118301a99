package dev.orgform.scribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tree in pieces that stand at the top of a file: as much nested as people can read, the rest
 * in the flat form with {@code parent}.
 */
final class Parts {
  /** More levels than the API's five; the loader reads 32 levels of maps, two for each of these. */
  private static final int DEEPEST = 8;

  /** Bytes of one piece. */
  private static final int LARGEST = 512 * 1024;

  /**
   * One organization with what is nested in it.
   *
   * @param top the key of the organization at the top of its tree
   * @param text as it stands under {@code organizations}
   * @param size bytes of the text
   * @param count how many organizations there are in it
   */
  record Part(String top, String text, int size, int count) {}

  private final Sheet sheet;
  private final Map<String, List<Resource>> children = new TreeMap<>();
  private final Map<String, String> foreign;
  private final Map<String, Integer> heights = new HashMap<>();
  private final List<Resource> tops = new ArrayList<>();

  /**
   * Over organizations at their new addresses.
   *
   * @param foreign keys of a configuration that declares their parents, by id
   */
  Parts(Collection<Resource> organizations, Sheet sheet, Map<String, String> foreign) {
    this.sheet = sheet;
    this.foreign = foreign;
    var known = organizations.stream().map(one -> one.address().key()).collect(Collectors.toSet());
    for (var one : organizations) {
      var parent = parentKey(one).filter(known::contains);
      if (parent.isPresent()) {
        children.computeIfAbsent(parent.get(), key -> new ArrayList<>()).add(one);
      } else {
        tops.add(one);
      }
    }
    measure();
  }

  /** How many levels each one holds, itself included. */
  private void measure() {
    var order = new ArrayList<>(tops);
    for (int i = 0; i < order.size(); i++) {
      order.addAll(below(order.get(i)));
    }
    for (var one : order.reversed()) {
      int highest = 0;
      for (var child : below(one)) {
        highest = Math.max(highest, heights.getOrDefault(child.address().key(), 0));
      }
      heights.put(one.address().key(), highest + 1);
    }
  }

  /** An organization that is to stand at the top of a file. */
  private record Open(Resource organization, String top, Optional<String> parent) {}

  /** All pieces; those of one tree follow each other, the trees in the order of their keys. */
  List<Part> all() {
    var parts = new ArrayList<Part>();
    for (var top : tops) {
      var open = new ArrayDeque<Open>();
      open.push(new Open(top, top.address().key(), foreignParent(top)));
      while (!open.isEmpty()) {
        var one = open.pop();
        var whole = whole(one);
        if (whole.isPresent()) {
          parts.add(whole.get());
        } else {
          parts.add(part(one, new Nest(sheet.entries(one.organization(), one.parent()), 1)));
          var key = one.organization().address().key();
          below(one.organization())
              .reversed()
              .forEach(child -> open.push(new Open(child, one.top(), Optional.of(key))));
        }
      }
    }
    return parts;
  }

  /** The organization with all that is below it, where people can read that in one piece. */
  private Optional<Part> whole(Open one) {
    if (heights.getOrDefault(one.organization().address().key(), 1) > DEEPEST) {
      return Optional.empty();
    }
    var part = part(one, nest(one.organization(), one.parent()));
    return Optional.of(part)
        .filter(p -> p.size() <= LARGEST || below(one.organization()).isEmpty());
  }

  private static Optional<String> parentKey(Resource organization) {
    return organization.fields().get(Census.PARENT) instanceof Value.Ref ref
        ? Optional.of(ref.to().key())
        : Optional.empty();
  }

  /** A parent that is not written here but declared elsewhere. */
  private Optional<String> foreignParent(Resource organization) {
    return Census.parentId(organization).flatMap(id -> Optional.ofNullable(foreign.get(id)));
  }

  private List<Resource> below(Resource organization) {
    return children.getOrDefault(organization.address().key(), List.of());
  }

  /** A body, and how many organizations it holds. */
  private record Nest(SequencedMap<String, Yaml> body, int count) {}

  private Nest nest(Resource organization, Optional<String> parent) {
    var body = sheet.entries(organization, parent);
    var nested = new LinkedHashMap<String, Yaml>();
    int count = 1;
    for (var child : below(organization)) {
      var nest = nest(child, Optional.empty());
      nested.put(child.address().key(), new Yaml.Block(nest.body()));
      count += nest.count();
    }
    if (!nested.isEmpty()) {
      body.put("organizations", new Yaml.Block(nested));
    }
    return new Nest(body, count);
  }

  private static Part part(Open one, Nest nest) {
    var entry = new LinkedHashMap<String, Yaml>();
    entry.put(one.organization().address().key(), new Yaml.Block(nest.body()));
    var text = Emitter.entries(new Yaml.Block(entry), 2);
    return new Part(one.top(), text, text.getBytes(UTF_8).length, nest.count());
  }
}
