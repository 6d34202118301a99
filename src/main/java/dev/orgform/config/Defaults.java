package dev.orgform.config;

import java.util.LinkedHashMap;
import java.util.Optional;

/** Lays defaults under what an organization says itself. */
final class Defaults {
  private Defaults() {}

  /** A block as it counts for an organization; nothing where neither speaks of it. */
  static Optional<Node.Mapping> block(Declaration declaration, String word) {
    var own = declaration.body().get(word).flatMap(Declaration::map);
    var under = declaration.defaults().flatMap(d -> d.get(word)).flatMap(Declaration::map);
    return own.isPresent() && under.isPresent()
        ? Optional.of(merge(under.get(), own.get()))
        : own.or(() -> under);
  }

  /**
   * A list as it counts for an organization: its own, be it empty, else the one under it; nothing
   * where neither speaks of it.
   */
  static Optional<Node.Sequence> list(Declaration declaration, String word) {
    return declaration
        .body()
        .get(word)
        .or(() -> declaration.defaults().flatMap(defaults -> defaults.get(word)))
        .flatMap(node -> node instanceof Node.Sequence list ? Optional.of(list) : Optional.empty());
  }

  /** Maps are merged key by key; of anything else the explicit one wins whole. */
  private static Node.Mapping merge(Node.Mapping under, Node.Mapping own) {
    var merged = new LinkedHashMap<>(under.entries());
    own.entries()
        .forEach(
            (key, entry) -> {
              var below = under.entries().get(key);
              merged.put(
                  key,
                  below != null
                          && below.value() instanceof Node.Mapping low
                          && entry.value() instanceof Node.Mapping high
                      ? new Node.Entry(entry.key(), merge(low, high))
                      : entry);
            });
    return new Node.Mapping(merged, own.span());
  }
}
