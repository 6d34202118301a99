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
import dev.orgform.model.Roll;
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
  private final Belongings belongings = new Belongings();

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
   * @param notes one warning for each object that was deleted, and what else is to be said
   */
  public record Wish(Desired desired, List<Diagnostic> notes) {
    public Wish {
      notes = List.copyOf(notes);
    }

    /** The same, in whose plan it is said before what all was so. */
    public Wish before(String run) {
      return new Wish(desired.before(run), notes);
    }

    /** The same with one more note. */
    public Wish noting(Diagnostic more) {
      var all = new ArrayList<>(notes);
      all.add(more);
      return new Wish(desired, all);
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
    var kind = kinds.apply(image.step().kind());
    if (kind.form() instanceof Kind.Form.Roster || kind.form() instanceof Kind.Form.Labelled) {
      keys.putIfAbsent(organization, key(image, kind));
      belongings.consider(image, kind);
    } else if (image.verb().equals("delete")) {
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
          var kind = kinds.apply(intent.address().kind());
          if (kind.form() instanceof Kind.Form.Branch && !deleted.containsKey(id)) {
            var place = Place.of("run " + intent.run());
            removals.add(new Removal(kind, id, intent.name(), place));
          }
        });
    var standing =
        belongings.organizations().stream()
            .filter(id -> !deleted.containsKey(id) && !created.containsKey(id))
            .toList();
    standing.forEach(id -> pinned(id, resources));
    var rolls = new ArrayList<Roll>();
    for (var id : standing) {
      var owner = kinds.apply(OWNERS).address(key(id));
      belongings.resources(id, owner).forEach(one -> resources.put(one.address(), one));
      removals.addAll(belongings.removals(id, created));
      rolls.addAll(belongings.rolls(id, owner));
    }
    var desired = new Desired(new Resources(resources), Map.of(), removals, rolls);
    var lost = new ArrayList<Diagnostic>();
    deleted.forEach(
        (id, image) -> {
          if (!created.containsKey(id)) {
            lost.add(lost(id, image));
          }
        });
    lost.addAll(belongings.lost());
    return new Wish(desired, lost);
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
        pinned(organization, resources);
      }
      case Kind.Form.Roster roster -> throw new IllegalStateException("people are belongings");
      case Kind.Form.Labelled labelled -> throw new IllegalStateException("so are accounts");
    }
  }

  /** An organization that something belongs to is itself left as it is. */
  private void pinned(String organization, SortedMap<Address, Resource> resources) {
    if (!before.containsKey(new Past(OWNERS, organization))) {
      put(kinds.apply(OWNERS), Optional.of(organization), organization, new TreeMap<>(), resources);
    }
  }

  /** What the organization was called that something belonged to. */
  private static String key(Image image, Kind kind) {
    if (kind.form() instanceof Kind.Form.Owned form
        && image.before().get(form.owner()) instanceof Value.Ref owner
        && !owner.to().isUndeclared()) {
      return owner.to().key();
    }
    int person = image.step().key().indexOf('/');
    var key = person < 0 ? "" : image.step().key().substring(0, person);
    return Address.KEY.matcher(key).matches() ? key : image.organization().orElseThrow();
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
