package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was declared before, at the addresses that the same objects have now: whoever changes a key
 * changes nothing.
 */
final class Base {
  private final Desired head;
  private final Live live;
  private final SortedMap<Address, Resource> declared = new TreeMap<>();
  private final List<Removal> removals = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();
  private final Set<Roll> rolls = new TreeSet<>();

  Base(Desired base, Desired head, Live live) {
    this.head = head;
    this.live = live;
    base.resources().all().forEach(this::place);
    base.rolls().forEach(one -> rolls.add(now(one)));
  }

  private Roll now(Roll was) {
    return new Roll(was.kind(), now(was.owner()), was.whole(), was.place());
  }

  /** Whether the base has the list too that an organization has now. */
  boolean has(Roll roll) {
    return rolls.contains(roll);
  }

  /** What the base says of the object that is declared at an address now. */
  Optional<Resource> at(Address address) {
    return Optional.ofNullable(declared.get(address));
  }

  /** Deletions of what the base declares, head does not, and still exists. */
  List<Removal> removals() {
    return List.copyOf(removals);
  }

  /**
   * The name of what something is in, where head has it in something that does not exist and does
   * not declare the former any more: most likely both are the same, with another key and name.
   */
  Optional<String> leaving(Difference difference) {
    if (!(difference.before() instanceof Value.Ref from)
        || !(difference.after() instanceof Value.Ref into)
        || live.resources().get(into.to()).isPresent()) {
      return Optional.empty();
    }
    return removals.stream()
        .filter(one -> Address.undeclared(one.kind().name(), one.id()).equals(from.to()))
        .map(Removal::name)
        .findFirst();
  }

  /** What head does not declare any more and nothing live is. */
  List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  private void place(Resource resource) {
    switch (resource.kind().form()) {
      case Kind.Form.Branch branch -> branch(resource);
      case Kind.Form.Owned form -> {
        if (resource.fields().get(form.owner()) instanceof Value.Ref owner) {
          put(owner.to(), readdressed(resource, now(resource, form, now(owner.to()))));
        }
      }
    }
  }

  /** Where something that belongs to an organization stands when that stands elsewhere now. */
  static Address now(Resource resource, Kind.Form.Owned form, Address owner) {
    return switch (form) {
      case Kind.Form.Block block -> resource.kind().address(owner.key());
      case Kind.Form.Roster roster -> Roll.readdressed(resource.address(), owner);
      case Kind.Form.Labelled labelled -> resource.address();
    };
  }

  private void branch(Resource resource) {
    var now = now(resource.address());
    if (head.resources().get(now).isPresent()) {
      put(resource.address(), readdressed(resource, now));
    } else {
      live.undeclared()
          .get(now)
          .flatMap(Resource::id)
          .ifPresentOrElse(id -> gone(resource, id), () -> notFound(resource));
    }
  }

  private void notFound(Resource resource) {
    if (resource.kind().ending() == Kind.Ending.BY_DELETE
        && head.resources().get(resource.address()).isEmpty()) {
      notes.add(
          Diagnostic.note(
                  Code.ALREADY_REMOVED, resource.address() + " is declared no more, and not found")
              .because(
                  "No live organization has the place and the name that the base gives it: it is"
                      + " gone, or it or its parent bears another name by now. Nothing is deleted.")
              .todo("If it is still there and shall go, say so under `removed` with its id.")
              .about(resource.address())
              .at(resource.place()));
    }
  }

  /** What still exists goes before what only had the same address once. */
  private void put(Address before, Resource now) {
    if (live.former().containsKey(before)) {
      declared.put(now.address(), now);
    } else {
      declared.putIfAbsent(now.address(), now);
    }
  }

  private void gone(Resource resource, String id) {
    if (resource.kind().ending() == Kind.Ending.BY_DELETE
        && head.resources().get(resource.address()).isEmpty()) {
      removals.add(
          new Removal(
              resource.kind(),
              id,
              resource.fields().text("name"),
              resource.place().orElseGet(() -> Place.of("the base")),
              Removal.Form.ABSENCE));
    }
  }

  /** Where the object that an address meant stands now; the address itself where it is not live. */
  private Address now(Address before) {
    return live.former().getOrDefault(before, before);
  }

  private Resource readdressed(Resource resource, Address address) {
    var fields = new TreeMap<String, Value>();
    for (Map.Entry<String, Value> field : resource.fields().values().entrySet()) {
      fields.put(
          field.getKey(),
          field.getValue() instanceof Value.Ref ref
              ? new Value.Ref(now(ref.to()))
              : field.getValue());
    }
    return resource.at(address).with(new Fields(fields));
  }
}
