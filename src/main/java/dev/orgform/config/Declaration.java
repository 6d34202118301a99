package dev.orgform.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One organization as a file declares it; what is wrongly typed counts as not said, because it has
 * been reported.
 *
 * @param key where the YAML calls it so
 * @param holder the one it is nested in
 * @param body its own map
 * @param defaults what lies under it in this file
 */
record Declaration(
    Node.Scalar key,
    Optional<Declaration> holder,
    Node.Mapping body,
    Optional<Node.Mapping> defaults) {

  String name() {
    return key.text();
  }

  /** A text of its own, where there is a usable one. */
  Optional<Node.Scalar> text(String word) {
    return body.get(word).flatMap(Declaration::usable);
  }

  List<Node.Scalar> texts(String word) {
    return body.get(word).stream()
        .flatMap(node -> node instanceof Node.Sequence list ? usable(list).stream() : Stream.of())
        .toList();
  }

  /** The usable texts of a list. */
  static List<Node.Scalar> usable(Node.Sequence list) {
    return list.items().stream().flatMap(item -> usable(item).stream()).toList();
  }

  boolean says(String word) {
    return body.entries().containsKey(word);
  }

  /** Every organization of a file, holders first. */
  static List<Declaration> in(Node.Mapping root) {
    var all = new ArrayList<Declaration>();
    var defaults = root.get(Words.DEFAULTS).flatMap(Declaration::map);
    collect(root, Optional.empty(), defaults, all);
    return all;
  }

  private static void collect(
      Node.Mapping above,
      Optional<Declaration> holder,
      Optional<Node.Mapping> defaults,
      List<Declaration> all) {
    var organizations = above.get(Words.ORGANIZATIONS).flatMap(Declaration::map);
    if (organizations.isEmpty()) {
      return;
    }
    for (var entry : organizations.get().entries().values()) {
      var body = map(entry.value()).orElseGet(() -> nothing(entry));
      var declaration = new Declaration(entry.key(), holder, body, defaults);
      all.add(declaration);
      collect(body, Optional.of(declaration), defaults, all);
    }
  }

  /** An empty body for a key whose value is no map, so that others may still speak of the key. */
  private static Node.Mapping nothing(Node.Entry entry) {
    return new Node.Mapping(new LinkedHashMap<>(), entry.key().span());
  }

  static Optional<Node.Mapping> map(Node node) {
    return node instanceof Node.Mapping map ? Optional.of(map) : Optional.empty();
  }

  static Optional<Node.Scalar> usable(Node node) {
    return node instanceof Node.Scalar text && !text.isNull() && !text.isBroken()
        ? Optional.of(text)
        : Optional.empty();
  }
}
