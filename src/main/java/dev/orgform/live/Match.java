package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says which live object each declaration means: the one with the pinned id, else the only one with
 * that parent and that name or a former name.
 *
 * <p>Parents are matched before their children, because a name means something only below a known
 * parent. Two candidates are never chosen between.
 */
public final class Match {
  static final String NAME = "name";
  private static final String PARENT = "parent";

  /** No live object has a parent of that id. */
  private static final String NOWHERE = "-";

  private final Desired desired;
  private final Kind kind;
  private final Map<Address, String> heirs;
  private final Map<String, Resource> liveById = new TreeMap<>();
  private final Siblings siblings;
  private final Map<Address, Resource> matches = new TreeMap<>();
  private final Map<String, Address> claims;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Match(
      Desired desired,
      Kind kind,
      Collection<Resource> live,
      Map<Address, String> heirs,
      Map<String, Address> claims) {
    this.desired = desired;
    this.kind = kind;
    this.heirs = heirs;
    this.claims = claims;
    for (var resource : live) {
      liveById.put(idOf(resource), resource);
    }
    this.siblings = new Siblings(liveById.values(), one -> !claims.containsKey(idOf(one)));
  }

  /**
   * Live objects at the addresses they are declared at, and the others.
   *
   * @param declared at the addresses of their declarations
   * @param undeclared at {@link Address#undeclared} addresses
   * @param diagnostics why some declarations could not be matched
   */
  public record Matched(Resources declared, Resources undeclared, List<Diagnostic> diagnostics) {

    /** Every live object. */
    Stream<Resource> everything() {
      return Stream.concat(declared.all().stream(), undeclared.all().stream());
    }
  }

  /**
   * Matches declarations of the kind that makes the tree.
   *
   * @param live everything there is, at undeclared addresses, parents as references to such; an
   *     invisible parent as text
   */
  public static Matched match(Desired desired, Kind kind, Collection<Resource> live) {
    return match(desired, kind, live, Map.of());
  }

  /**
   * The same, where it is known what some declarations meant before.
   *
   * @param heirs per address, the id of the object that the base meant by it and that no
   *     declaration names now: as good as a former name
   */
  static Matched match(
      Desired desired, Kind kind, Collection<Resource> live, Map<Address, String> heirs) {
    return match(desired, kind, live, heirs, new TreeMap<>());
  }

  /**
   * The same.
   *
   * @param claims where it is kept who claims which id, none at first
   */
  static Matched match(
      Desired desired,
      Kind kind,
      Collection<Resource> live,
      Map<Address, String> heirs,
      Map<String, Address> claims) {
    return new Match(desired, kind, live, heirs, claims).match();
  }

  private Matched match() {
    matchPinned();
    matchNamed();
    var declared = new ArrayList<Resource>();
    var undeclared = new ArrayList<Resource>();
    for (var resource : liveById.values()) {
      var address = claims.get(idOf(resource));
      var readdressed = resource.with(resource.fields().with(PARENT, readdressedParent(resource)));
      if (address == null) {
        undeclared.add(readdressed);
      } else {
        declared.add(readdressed.at(address));
      }
    }
    return new Matched(Resources.of(declared), Resources.of(undeclared), List.copyOf(diagnostics));
  }

  private void matchPinned() {
    for (var declaration : desired.resources().of(kind)) {
      declaration.id().ifPresent(id -> matchById(declaration, id));
    }
  }

  private void matchById(Resource declaration, String id) {
    var found = liveById.get(id);
    if (found == null) {
      diagnostics.add(Mismatch.noSuchId(declaration, id));
    } else {
      claim(declaration, found);
    }
  }

  private void matchNamed() {
    var children = new TreeMap<Address, List<Resource>>();
    var roots = new ArrayList<Resource>();
    for (var declaration : desired.resources().of(kind)) {
      if (declaration.fields().get(PARENT) instanceof Value.Ref ref) {
        children.computeIfAbsent(ref.to(), parent -> new ArrayList<>()).add(declaration);
      } else {
        roots.add(declaration);
      }
    }
    matchSiblings(roots, "");
    var open = new ArrayDeque<Resource>(roots);
    while (!open.isEmpty()) {
      var parent = open.remove();
      var siblings = children.getOrDefault(parent.address(), List.of());
      var live = matches.get(parent.address());
      // Where the parent does not exist yet nothing lives under it, but what the base meant may
      // live elsewhere.
      matchSiblings(siblings, live == null ? NOWHERE : idOf(live));
      open.addAll(siblings);
    }
  }

  /**
   * A live object that bears the present name of one of the siblings is spoken for; whoever once
   * had that name may have it only where no other has a claim, because then nobody could tell a
   * rename from a coincidence.
   */
  private void matchSiblings(List<Resource> declared, String parent) {
    var open =
        declared.stream()
            .filter(declaration -> declaration.id().isEmpty())
            .map(declaration -> candidates(declaration, parent))
            .toList();
    var spokenFor = new TreeMap<Siblings.Key, Address>();
    for (var one : open) {
      if (!one.named().isEmpty()) {
        spokenFor.putIfAbsent(presentName(one, parent), one.declaration().address());
      }
    }
    var exchanged = exchanged(open, spokenFor);
    for (var one : open) {
      if (exchanged.contains(one.declaration().address())) {
        diagnostics.add(Mismatch.exchanged(one));
      } else {
        choose(one, spokenFor);
      }
    }
  }

  private static Set<Address> exchanged(
      List<Candidates> open, Map<Siblings.Key, Address> spokenFor) {
    var wants = new TreeMap<Address, Set<Address>>();
    for (var one : open) {
      if (!one.named().isEmpty()) {
        var others = new TreeSet<Address>();
        one.former().keySet().stream()
            .filter(spokenFor::containsKey)
            .map(spokenFor::get)
            .forEach(others::add);
        wants.put(one.declaration().address(), others);
      }
    }
    return Exchange.of(wants);
  }

  private static Siblings.Key presentName(Candidates one, String parent) {
    return Siblings.Key.of(parent, one.declaration().fields().text(NAME));
  }

  private Candidates candidates(Resource declaration, String parent) {
    var present = Siblings.Key.of(parent, declaration.fields().text(NAME));
    var former = new TreeMap<Siblings.Key, List<Resource>>();
    for (var name : desired.formerNames().getOrDefault(declaration.address(), List.of())) {
      var key = Siblings.Key.of(parent, name);
      var group = siblings.unclaimed(key);
      if (!key.equals(present) && !group.isEmpty()) {
        former.put(key, group);
      }
    }
    var inherited =
        inherited(declaration.address())
            .filter(live -> !Siblings.key(live).equals(present))
            .filter(live -> !former.containsKey(Siblings.key(live)));
    return new Candidates(declaration, siblings.unclaimed(present), former, inherited);
  }

  private Optional<Resource> inherited(Address address) {
    return Optional.ofNullable(heirs.get(address))
        .filter(id -> !claims.containsKey(id))
        .map(id -> Objects.requireNonNull(liveById.get(id)));
  }

  private void choose(Candidates one, Map<Siblings.Key, Address> spokenFor) {
    var choice = one.choice(spokenFor::containsKey);
    if (choice.count() > 1) {
      diagnostics.add(Mismatch.ambiguous(one.declaration(), choice));
    } else if (choice.count() == 1) {
      claim(one.declaration(), choice.first().getFirst());
    } else {
      one.firstFormer()
          .flatMap(
              live ->
                  Optional.ofNullable(spokenFor.get(Siblings.key(live)))
                      .map(other -> Mismatch.claimedTwice(one.declaration(), other, live)))
          .ifPresent(diagnostics::add);
    }
  }

  private void claim(Resource declaration, Resource found) {
    var other = claims.putIfAbsent(idOf(found), declaration.address());
    if (other == null) {
      matches.put(declaration.address(), found);
    } else {
      diagnostics.add(Mismatch.claimedTwice(declaration, other, found));
    }
  }

  private Value readdressedParent(Resource resource) {
    if (!(resource.fields().get(PARENT) instanceof Value.Ref ref)) {
      return resource.fields().get(PARENT);
    }
    return new Value.Ref(Optional.ofNullable(claims.get(ref.to().undeclaredId())).orElse(ref.to()));
  }

  static String idOf(Resource live) {
    return live.id().orElseThrow();
  }

  static String parentOf(Resource live) {
    return switch (live.fields().get(PARENT)) {
      case Value.Ref ref -> ref.to().undeclaredId();
      case Value.Text invisible -> invisible.text();
      default -> "";
    };
  }
}
