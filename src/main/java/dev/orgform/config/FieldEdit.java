package dev.orgform.config;

import dev.orgform.model.Field;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import dev.orgform.scribe.FieldForm;
import dev.orgform.scribe.Yaml;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Makes the YAML of a field say another value, scalar by scalar, where a file says it; what it
 * takes from {@code defaults} is said by the organization itself from now on.
 *
 * @param typed whether plain text is a JSON value there
 */
record FieldEdit(Rewriting rewriting, boolean typed) {
  private static final Map<String, Node.Entry> NOTHING = Map.of();

  /**
   * Changes what stands behind a key.
   *
   * @param under what {@code defaults} lay under it
   * @param wanted what it shall say
   */
  void value(Node.Entry entry, Optional<Node> under, Value wanted) throws CannotEdit {
    // A map that says it may still have something of the defaults under it.
    if (says(entry.value(), wanted)
        && (under.isEmpty() || !(entry.value() instanceof Node.Mapping))) {
      return;
    }
    switch (entry.value()) {
      case Node.Mapping map when wanted instanceof Value.Tree tree -> map(entry, map, under, tree);
      case Node.Sequence list when wanted instanceof Value.Many many && isAlike(list, many) ->
          list(list, many);
      case Node.Scalar scalar when wanted instanceof Value.Text text ->
          rewriting.text(scalar, text.text(), typed);
      case Node.Scalar scalar when isTyped(wanted) ->
          rewriting.typed(scalar, JsonText.write(wanted));
      default -> {
        if (entry.value() instanceof Node.Scalar scalar && scalar.style() == Node.Style.VARIABLE) {
          rewriting.text(scalar, "", typed);
        }
        rewriting.value(entry, Yaml.of(wanted));
      }
    }
  }

  private static boolean isTyped(Value wanted) {
    return wanted instanceof Value.Number
        || wanted instanceof Value.Flag
        || wanted instanceof Value.None;
  }

  private boolean says(Node node, Value wanted) {
    return FieldValues.content(node, typed).means(wanted);
  }

  private static boolean isAlike(Node.Sequence list, Value.Many many) {
    if (list.items().size() != many.values().size()) {
      return false;
    }
    for (int i = 0; i < many.values().size(); i++) {
      boolean both =
          list.items().get(i) instanceof Node.Scalar
              && !(many.values().get(i) instanceof Value.Tree)
              && !(many.values().get(i) instanceof Value.Many);
      if (!both) {
        return false;
      }
    }
    return true;
  }

  /** As many scalars as before, each where it stands. */
  private void list(Node.Sequence list, Value.Many wanted) throws CannotEdit {
    for (int i = 0; i < wanted.values().size(); i++) {
      var value = wanted.values().get(i);
      if (list.items().get(i) instanceof Node.Scalar scalar && !says(scalar, value)) {
        if (value instanceof Value.Text text) {
          rewriting.text(scalar, text.text(), typed);
        } else {
          rewriting.typed(scalar, JsonText.write(value));
        }
      }
    }
  }

  private void map(Node.Entry holder, Node.Mapping map, Optional<Node> under, Value.Tree wanted)
      throws CannotEdit {
    var low = under.flatMap(Declaration::map);
    Set<String> gone = new HashSet<>();
    for (var entry : map.entries().entrySet()) {
      var key = entry.getKey();
      var below = low.flatMap(some -> some.get(key));
      var value = wanted.branches().get(key);
      if (value == null) {
        if (below.isPresent()) {
          throw inDefaults(below.get());
        }
        gone.add(key);
      } else {
        value(entry.getValue(), below, value);
      }
    }
    entries(holder, map, gone, added(map.entries(), low, wanted));
  }

  private void entries(
      Node.Entry holder, Node.Mapping map, Set<String> gone, Map<String, Yaml> come)
      throws CannotEdit {
    if (!gone.isEmpty() || !come.isEmpty()) {
      rewriting.entries(holder, map, gone, come);
    }
  }

  /** What the map has to say from now on and neither it nor the defaults say. */
  private SequencedMap<String, Yaml> added(
      Map<String, Node.Entry> own, Optional<Node.Mapping> low, Value.Tree wanted)
      throws CannotEdit {
    var come = new LinkedHashMap<String, Yaml>();
    for (var branch : wanted.branches().entrySet()) {
      if (!own.containsKey(branch.getKey())) {
        var below = low.flatMap(some -> some.get(branch.getKey()));
        if (below.isEmpty() || !says(below.get(), branch.getValue())) {
          come.put(branch.getKey(), over(below, branch.getValue()));
        }
      }
    }
    for (var below : low.stream().flatMap(some -> some.entries().entrySet().stream()).toList()) {
      if (!wanted.branches().containsKey(below.getKey()) && !own.containsKey(below.getKey())) {
        throw inDefaults(below.getValue().value());
      }
    }
    return come;
  }

  /**
   * The least that says it over what the defaults say: maps are merged key by key, so that nothing
   * above can take a key of theirs away.
   */
  Yaml over(Optional<Node> below, Value wanted) throws CannotEdit {
    if (!(below.orElse(null) instanceof Node.Mapping map && wanted instanceof Value.Tree tree)) {
      return Yaml.of(wanted);
    }
    return new Yaml.Block(added(NOTHING, Optional.of(map), tree));
  }

  private static CannotEdit inDefaults(Node node) {
    return new CannotEdit(
        node.span(), "It stands in `defaults`, which lie under other organizations as well.");
  }

  /** What a field is to say: a map where it says one now and can go on so, else text. */
  static Value wanted(Node now, Field.Shape shape, Value live) {
    boolean asMap = now instanceof Node.Mapping && FieldForm.of(shape, live) instanceof Yaml.Block;
    return live instanceof Value.Json json
        ? asMap ? json.content() : Value.text(json.spelling())
        : live;
  }
}
