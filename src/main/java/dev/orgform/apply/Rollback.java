package dev.orgform.apply;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Place;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import dev.orgform.store.Entry;
import dev.orgform.store.Image;
import dev.orgform.store.Intent;
import dev.orgform.store.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What must be so for everything to be as it was before a run: what was changed since has its
 * former fields again, what was created since goes, and what was deleted cannot come back.
 */
public final class Rollback {
  /** The kind that owns what is written as a block. */
  private static final String OWNERS = "organization";

  private final Function<String, Kind> kinds;
  private final SortedMap<String, Intent> intents = new TreeMap<>();
  private final SortedMap<String, Intent> created = new TreeMap<>();
  private final SortedMap<String, Image> deleted = new TreeMap<>();
  private final SortedMap<Past, SortedMap<String, Value>> before = new TreeMap<>();
  private final SortedMap<String, String> keys = new TreeMap<>();

  /** An object, by the organization that it is or belongs to. */
  private record Past(String kind, String organization) implements Comparable<Past> {
    @Override
    public int compareTo(Past other) {
      int kinds = kind.compareTo(other.kind);
      return kinds == 0 ? organization.compareTo(other.organization) : kinds;
    }
  }

  /**
   * The wish, and what it cannot bring back.
   *
   * @param desired what to plan and apply like any other configuration
   * @param lost one warning for each object that was deleted
   */
  public record Wish(Desired desired, List<Diagnostic> lost) {
    public Wish {
      lost = List.copyOf(lost);
    }
  }

  private Rollback(Function<String, Kind> kinds) {
    this.kinds = kinds;
  }

  /**
   * To before some runs.
   *
   * @param runs what each of them noted, oldest first: the run to undo and all after it
   * @param kinds by name
   */
  public static Wish of(List<List<Noted>> runs, Function<String, Kind> kinds) {
    var rollback = new Rollback(kinds);
    runs.forEach(notes -> notes.forEach(note -> rollback.consider(note.entry())));
    return rollback.wish();
  }

  private void consider(Entry entry) {
    switch (entry) {
      case Entry.Began began -> began.open().forEach(intent -> intents.put(intent.id(), intent));
      case Entry.Planned planned -> planned.images().forEach(this::consider);
      case Entry.Opened opened -> intents.put(opened.intent().id(), opened.intent());
      case Entry.Learned learned -> made(learned.intent(), learned.organization());
      case Entry.Closed closed -> {
        if (closed.ending() instanceof Entry.Ending.Seen seen) {
          made(closed.intent(), seen.organization());
        }
      }
      case Entry.Sent sent -> {}
      case Entry.Answered answered -> {}
      case Entry.Ended ended -> {}
      case Entry.Finished finished -> {}
    }
  }

  private void made(String intent, String organization) {
    Optional.ofNullable(intents.get(intent)).ifPresent(one -> created.put(organization, one));
  }

  private void consider(Image image) {
    if (image.organization().isEmpty()) {
      return;
    }
    var organization = image.organization().get();
    if (image.verb().equals("delete")) {
      deleted.put(organization, image);
    } else if (!created.containsKey(organization)) {
      keys.putIfAbsent(organization, image.step().key());
      var fields =
          before.computeIfAbsent(
              new Past(image.step().kind(), organization), past -> new TreeMap<>());
      image.before().forEach((name, value) -> fields.putIfAbsent(name, value));
    }
  }

  private Wish wish() {
    var resources = new TreeMap<Address, Resource>();
    before.forEach((past, fields) -> wish(past, fields, resources));
    var removals = new ArrayList<Removal>();
    created.forEach(
        (id, intent) -> {
          if (!deleted.containsKey(id)) {
            removals.add(
                new Removal(
                    kinds.apply(intent.address().kind()),
                    id,
                    intent.name(),
                    Place.of("run " + intent.run())));
          }
        });
    var desired = new Desired(new Resources(resources), Map.of(), removals);
    return new Wish(
        desired,
        deleted.entrySet().stream()
            .filter(one -> !created.containsKey(one.getKey()))
            .map(one -> lost(one.getKey(), one.getValue()))
            .toList());
  }

  private void wish(
      Past past, SortedMap<String, Value> fields, SortedMap<Address, Resource> resources) {
    var organization = past.organization();
    if (deleted.containsKey(organization)) {
      return;
    }
    var kind = kinds.apply(past.kind());
    var wanted = new TreeMap<>(fields);
    switch (kind.form()) {
      case Kind.Form.Branch branch ->
          put(kind, Optional.of(organization), organization, wanted, resources);
      case Kind.Form.Block block -> {
        var owner = kinds.apply(OWNERS);
        wanted.put(block.owner(), new Value.Ref(owner.address(key(organization))));
        put(kind, Optional.empty(), organization, wanted, resources);
        if (!before.containsKey(new Past(OWNERS, organization))) {
          put(owner, Optional.of(organization), organization, new TreeMap<>(), resources);
        }
      }
    }
  }

  private void put(
      Kind kind,
      Optional<String> id,
      String organization,
      SortedMap<String, Value> fields,
      SortedMap<Address, Resource> resources) {
    var address = kind.address(key(organization));
    resources.put(address, new Resource(address, kind, id, new Fields(fields), Optional.empty()));
  }

  /** What the YAML called it, unless another was called so as well. */
  private String key(String organization) {
    var key = keys.getOrDefault(organization, organization);
    long sharing = keys.values().stream().filter(key::equals).count();
    return sharing > 1 ? key + "-" + organization : key;
  }

  private static Diagnostic lost(String id, Image image) {
    var name = image.before().get("name") instanceof Value.Text text ? text.text() : "";
    return Diagnostic.warning(Code.NO_WAY_BACK, "\"" + name + "\" cannot come back")
        .because("It was deleted (" + id + "), and only Cloudflare Support can undo that.")
        .todo("Declare a new one under another key if one is needed; it will have another id.")
        .about(image.step());
  }
}
