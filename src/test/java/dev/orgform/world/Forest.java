package dev.orgform.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All organizations of the model; what is done here is done by somebody with a dashboard. */
public final class Forest {
  private final Map<String, Org> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private int issued;

  public Forest() {}

  /** A copy that goes its own way. */
  public Forest(Forest other) {
    issued = other.issued;
    other.byId.values().forEach(this::add);
  }

  public Org add(Org org) {
    byId.put(org.id(), org);
    org.parent().ifPresent(p -> children.computeIfAbsent(p, x -> new ArrayList<>()).add(org.id()));
    return org;
  }

  /** A new root, {@code parent} being empty, or a new organization below another. */
  public Org create(
      String name, Optional<String> parent, Optional<ObjectNode> profile, Instant at) {
    issued++;
    return add(new Org("org%05d".formatted(issued), name, parent, at, profile));
  }

  public Org create(String name, Optional<String> parent) {
    return create(name, parent, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"));
  }

  public void rename(String id, String name) {
    byId.computeIfPresent(id, (any, org) -> org.named(name));
  }

  public void profile(String id, ObjectNode profile) {
    byId.computeIfPresent(id, (any, org) -> org.profiled(profile));
  }

  public void delete(String id) {
    var gone = byId.remove(id);
    if (gone != null) {
      gone.parent().ifPresent(p -> children.getOrDefault(p, new ArrayList<>()).remove(id));
    }
  }

  public Optional<Org> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those directly below one. */
  public List<Org> below(String id) {
    return children.getOrDefault(id, List.of()).stream().map(byId::get).toList();
  }

  public Collection<Org> all() {
    return Collections.unmodifiableCollection(byId.values());
  }
}
