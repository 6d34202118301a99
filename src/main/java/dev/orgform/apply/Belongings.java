package dev.orgform.apply;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import dev.orgform.model.Value;
import dev.orgform.store.Image;
import dev.orgform.store.Intent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who and what was in an organization before some runs: people come back and go again, accounts
 * move back; an account that joined from nowhere stays, because nothing takes it out.
 */
final class Belongings {
  private final SortedMap<Address, Was> first = new TreeMap<>();

  /** How it was before the first step that changed it. */
  private record Was(Kind kind, Image image) {
    String organization() {
      return image.organization().orElseThrow();
    }

    /** Whether it was there at all. */
    boolean there() {
      return !image.verb().equals("create");
    }
  }

  /** What is of a kind of which it is known. */
  void consider(Image image, Kind kind) {
    first.putIfAbsent(image.step(), new Was(kind, image));
  }

  /** The ids of the organizations in which something was, or is now. */
  SortedSet<String> organizations() {
    var ids = new TreeSet<String>();
    first.values().forEach(was -> ids.add(was.organization()));
    return ids;
  }

  /** What shall be in an organization again. */
  Collection<Resource> resources(String organization, Address owner) {
    var resources = new ArrayList<Resource>();
    in(organization)
        .forEach(
            (address, was) -> {
              if (was.there()) {
                resources.add(resource(address, was, owner));
              }
            });
    return resources;
  }

  private static Resource resource(Address address, Was was, Address owner) {
    return switch (was.kind.form()) {
      case Kind.Form.Roster roster -> {
        var email =
            was.image.before().get(roster.email()) instanceof Value.Text text ? text.text() : "";
        yield new Resource(
            Roll.address(was.kind, owner, email),
            was.kind,
            Optional.empty(),
            Fields.of(
                Map.of(roster.owner(), new Value.Ref(owner), roster.email(), Value.text(email))),
            Optional.empty());
      }
      case Kind.Form.Labelled labelled ->
          new Resource(
              address,
              was.kind,
              Optional.of(address.key()),
              Fields.of(Map.of(labelled.owner(), new Value.Ref(owner))),
              Optional.empty());
      case Kind.Form.Branch branch -> throw new IllegalStateException("nothing belongs so");
      case Kind.Form.Block block -> throw new IllegalStateException("nothing belongs so");
    };
  }

  /**
   * Who shall not be in an organization any more.
   *
   * @param created by id, what is known to have been made
   */
  List<Removal> removals(String organization, Map<String, Intent> created) {
    var removals = new ArrayList<Removal>();
    var newcomers = in(organization);
    created.forEach(
        (id, intent) -> {
          var was = newcomers.get(intent.address());
          if (was != null && !was.there()) {
            var place = Place.of("run " + intent.run());
            removals.add(new Removal(was.kind, id, intent.name(), place, Removal.Form.LIST));
          }
        });
    return removals;
  }

  /** That it must be known who is in an organization; whoever else is there may stay. */
  List<Roll> rolls(String organization, Address owner) {
    return in(organization).values().stream()
        .map(Was::kind)
        .distinct()
        .map(kind -> new Roll(kind, owner, /* whole= */ false, Optional.empty()))
        .toList();
  }

  /** What cannot leave again. */
  List<Diagnostic> lost() {
    var lost = new ArrayList<Diagnostic>();
    first.forEach(
        (address, was) -> {
          if (was.kind.form() instanceof Kind.Form.Labelled && !was.there()) {
            lost.add(
                Diagnostic.warning(Code.NO_WAY_BACK, address + " cannot leave again")
                    .because("It was in no organization, and the API takes nothing out of one.")
                    .todo("Ask Cloudflare Support if it must leave.")
                    .about(address));
          }
        });
    return lost;
  }

  private SortedMap<Address, Was> in(String organization) {
    var some = new TreeMap<>(first);
    some.values().removeIf(was -> !was.organization().equals(organization));
    return some;
  }
}
