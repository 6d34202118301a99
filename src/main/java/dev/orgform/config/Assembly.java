package dev.orgform.config;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes resources of declarations in which nothing is wrong. */
final class Assembly {
  private final Format format;
  private final Parents parents;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<Address, List<String>> formerNames = new TreeMap<>();
  private final Map<Address, SortedMap<String, Place>> places = new TreeMap<>();
  private final List<Roll> rolls = new ArrayList<>();

  Assembly(Format format, Parents parents) {
    this.format = format;
    this.parents = parents;
  }

  Desired desired(Collection<Declaration> declarations, List<Removed> removals) {
    for (var declaration : declarations) {
      branch(declaration);
      format.owned().forEach((word, kind) -> owned(declaration, word, kind));
    }
    return new Desired(
        Resources.of(resources),
        formerNames,
        removals.stream().map(this::removal).toList(),
        places,
        rolls);
  }

  private void owned(Declaration declaration, String word, Kind kind) {
    switch (kind.form()) {
      case Kind.Form.Block form -> block(declaration, word, kind, form);
      case Kind.Form.Roster form ->
          Defaults.list(declaration, word)
              .ifPresent(list -> roster(owner(declaration), kind, form, list));
      case Kind.Form.Labelled form ->
          declaration
              .body()
              .get(word)
              .flatMap(Declaration::map)
              .ifPresent(map -> labelled(owner(declaration), kind, form, map));
      case Kind.Form.Branch branch -> throw new IllegalStateException("the tree owns itself");
    }
  }

  private Address owner(Declaration declaration) {
    return format.branch().address(declaration.name());
  }

  private void roster(Address owner, Kind kind, Kind.Form.Roster form, Node.Sequence list) {
    var roll = new Roll(kind, owner, true, Optional.of(list.span().place()));
    rolls.add(roll);
    for (var item : Declaration.usable(list)) {
      var values =
          Map.of(form.owner(), new Value.Ref(owner), form.email(), Value.text(item.text()));
      entry(kind, roll.address(item.text()), Optional.empty(), values, item);
    }
  }

  private void labelled(Address owner, Kind kind, Kind.Form.Labelled form, Node.Mapping map) {
    rolls.add(new Roll(kind, owner, false, Optional.of(map.span().place())));
    for (var entry : map.entries().values()) {
      Declaration.usable(entry.value())
          .ifPresent(
              id ->
                  entry(
                      kind,
                      kind.address(id.text()),
                      Optional.of(id.text()),
                      Map.of(
                          form.owner(),
                          new Value.Ref(owner),
                          form.label(),
                          Value.text(entry.key().text())),
                      id));
    }
  }

  /** Something of which all that is said stands in one place. */
  private void entry(
      Kind kind,
      Address address,
      Optional<String> id,
      Map<String, Value> values,
      Node.Scalar said) {
    resources.add(
        new Resource(address, kind, id, Fields.of(values), Optional.of(said.span().place())));
  }

  private void branch(Declaration declaration) {
    var address = format.branch().address(declaration.name());
    var values = new TreeMap<String, Value>();
    for (var field : format.branch().fields()) {
      values.put(
          field.name(),
          field.shape() == Field.Shape.REF
              ? parent(declaration)
              : declaration
                  .text(field.name())
                  .map(text -> FieldValues.of(field.shape(), text))
                  .orElseGet(Value::unmanaged));
    }
    var id = declaration.text(Words.ID).map(Node.Scalar::text);
    add(format.branch(), address, id, values, declaration.body(), declaration.key());
    var former = declaration.texts(Words.PREVIOUSLY).stream().map(Node.Scalar::text).toList();
    if (!former.isEmpty()) {
      formerNames.put(address, former);
    }
  }

  private Value parent(Declaration declaration) {
    return parents
        .keyOf(declaration)
        .<Value>map(key -> new Value.Ref(format.branch().address(key)))
        .orElseGet(() -> declaration.says(Words.ID) ? Value.unmanaged() : Value.none());
  }

  private void block(Declaration declaration, String word, Kind kind, Kind.Form.Block form) {
    var block = Defaults.block(declaration, word);
    if (block.isPresent()) {
      var values = new TreeMap<String, Value>();
      values.put(form.owner(), new Value.Ref(owner(declaration)));
      for (var field : kind.fields()) {
        block
            .get()
            .get(field.name())
            .ifPresent(node -> values.put(field.name(), FieldValues.of(field.shape(), node)));
      }
      var own = declaration.body().entries().get(word);
      var said = own == null ? declaration.key() : own.key();
      add(kind, kind.address(declaration.name()), Optional.empty(), values, block.get(), said);
    }
  }

  private void add(
      Kind kind,
      Address address,
      Optional<String> id,
      SortedMap<String, Value> values,
      Node.Mapping body,
      Node.Scalar said) {
    resources.add(
        new Resource(address, kind, id, new Fields(values), Optional.of(said.span().place())));
    var fields = new TreeMap<String, Place>();
    body.entries()
        .forEach(
            (word, entry) -> {
              if (word.equals(Words.ID) || kind.field(word).isPresent()) {
                fields.put(word, entry.value().span().place());
              }
            });
    places.put(address, fields);
  }

  private Removal removal(Removed removed) {
    return new Removal(
        format.branch(), removed.id().text(), removed.name().text(), removed.span().place());
  }
}
