package dev.orgform.scribe;

import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands under one organization, apart from the organizations below it. */
final class Sheet {
  private final List<Kind> kinds;
  private final Legible legible;
  private final SortedMap<String, List<Resource>> byOwner = new TreeMap<>();
  private final Map<String, SequencedMap<String, Yaml>> owned = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * Over everything that was read.
   *
   * @param kinds in the order in which they are written
   */
  Sheet(Collection<Resource> live, List<Kind> kinds, Legible legible) {
    this.kinds = kinds;
    this.legible = legible;
    for (var resource : live) {
      owner(resource)
          .ifPresent(key -> byOwner.computeIfAbsent(key, any -> new ArrayList<>()).add(resource));
    }
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  private static Optional<String> owner(Resource resource) {
    return switch (resource.kind().form()) {
      case Kind.Form.Branch branch -> Optional.empty();
      case Kind.Form.Owned owned ->
          resource.fields().get(owned.owner()) instanceof Value.Ref ref
              ? Optional.of(ref.to().key())
              : Optional.empty();
    };
  }

  /**
   * The organization's own entries.
   *
   * @param parent the key of the one that holds it, where it is not nested there
   */
  SequencedMap<String, Yaml> entries(Resource organization, Optional<String> parent) {
    var entries = new LinkedHashMap<String, Yaml>();
    entries.put(Census.NAME, new Yaml.Text(organization.fields().text(Census.NAME)));
    entries.put("id", new Yaml.Text(organization.id().orElseThrow()));
    parent.ifPresent(key -> entries.put(Census.PARENT, new Yaml.Text(key)));
    entries.putAll(owned.computeIfAbsent(organization.address().key(), this::owned));
    return entries;
  }

  /**
   * What belongs to an organization, kind by kind; made once, so that nothing is left out twice.
   */
  private SequencedMap<String, Yaml> owned(String key) {
    var entries = new LinkedHashMap<String, Yaml>();
    for (var kind : kinds) {
      var own =
          byOwner.getOrDefault(key, List.of()).stream()
              .filter(resource -> resource.kind().name().equals(kind.name()))
              .toList();
      switch (kind.form()) {
        case Kind.Form.Branch branch -> {}
        case Kind.Form.Block block -> block(block, own, entries);
        case Kind.Form.Roster roster -> roster(roster, own, entries);
        case Kind.Form.Labelled labelled -> labelled(kind, labelled, own, entries);
      }
    }
    return entries;
  }

  private void block(Kind.Form.Block form, List<Resource> own, SequencedMap<String, Yaml> entries) {
    for (var resource : own) {
      var fields = new LinkedHashMap<String, Yaml>();
      for (var field : resource.kind().fields()) {
        if (field.shape() != Field.Shape.REF) {
          field(resource, field).ifPresent(yaml -> fields.put(field.name(), yaml));
        }
      }
      if (!fields.isEmpty()) {
        entries.put(form.key(), new Yaml.Block(fields));
      }
    }
  }

  /** People by their e-mail; a list of nobody is not written, because it would remove them all. */
  private void roster(
      Kind.Form.Roster form, List<Resource> own, SequencedMap<String, Yaml> entries) {
    var people = new TreeMap<String, Yaml>();
    for (var one : own) {
      if (isLegible(one, form.email())) {
        people.put(one.address().key(), new Yaml.Text(one.label()));
      }
    }
    if (!people.isEmpty()) {
      entries.put(form.key(), new Yaml.Items(List.copyOf(people.values())));
    }
  }

  /** Ids by labels of ours, made of what each is called. */
  private void labelled(
      Kind kind, Kind.Form.Labelled form, List<Resource> own, SequencedMap<String, Yaml> entries) {
    var names = new TreeMap<String, String>();
    own.forEach(one -> one.id().ifPresent(id -> names.put(id, one.label())));
    var labels = new TreeMap<String, Yaml>();
    Keys.of(names, kind.name(), Set.of())
        .forEach((id, label) -> labels.put(label, new Yaml.Text(id)));
    if (!labels.isEmpty()) {
      entries.put(form.key(), new Yaml.Block(labels));
    }
  }

  private boolean isLegible(Resource one, String field) {
    Optional<String> objection =
        Hidden.isAnywhereIn(one.label())
            ? Optional.of("It holds a character that cannot be seen.")
            : legible.asText(one.label());
    objection.ifPresent(why -> leftOut.add(new LeftOut(one.address(), Optional.of(field), why)));
    return objection.isEmpty();
  }

  /**
   * A field that holds something that can be written; what is empty is left to whoever fills it.
   */
  private Optional<Yaml> field(Resource resource, Field field) {
    var value = resource.fields().get(field.name());
    if (!value.managed() || value instanceof Value.None) {
      return Optional.empty();
    }
    var text = resource.fields().text(field.name());
    var objection = legible.asText(text);
    if (objection.isPresent()) {
      leftOut.add(
          new LeftOut(resource.address(), Optional.of(field.name()), objection.orElseThrow()));
      return Optional.empty();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(FieldForm.of(field.shape(), value));
  }
}
