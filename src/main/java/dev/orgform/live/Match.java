package dev.orgform.live;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which live object each declaration means: the one with the pinned id, else the only one with
 * that parent and that name, else the only one with that parent and a former name.
 *
 * <p>Parents are matched before their children, because a name means something only below a known
 * parent. Two candidates are never chosen between.
 */
public final class Match {
  private static final String NAME = "name";
  private static final String PARENT = "parent";

  private final Desired desired;
  private final Kind kind;
  private final Map<String, Resource> liveById = new TreeMap<>();
  private final Map<Sibling, List<Resource>> liveBySibling = new TreeMap<>();
  private final Map<Address, Resource> matches = new TreeMap<>();
  private final Map<String, Address> claims = new TreeMap<>();
  private final Set<Address> undecided = new TreeSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** A name below a parent; the parent is {@code ""} for roots. */
  private record Sibling(String parent, String name) implements Comparable<Sibling> {
    @Override
    public int compareTo(Sibling other) {
      return Comparator.comparing(Sibling::parent)
          .thenComparing(Sibling::name)
          .compare(this, other);
    }
  }

  private Match(Desired desired, Kind kind, Collection<Resource> live) {
    this.desired = desired;
    this.kind = kind;
    for (var resource : live) {
      liveById.put(idOf(resource), resource);
    }
    for (var resource : liveById.values()) {
      liveBySibling
          .computeIfAbsent(
              new Sibling(parentOf(resource), letters(resource.fields().text(NAME))),
              sibling -> new ArrayList<>())
          .add(resource);
    }
  }

  /**
   * Live objects at the addresses they are declared at, and the others.
   *
   * @param declared at the addresses of their declarations
   * @param undeclared at {@link Address#undeclared} addresses
   * @param diagnostics why some declarations could not be matched
   */
  public record Matched(Resources declared, Resources undeclared, List<Diagnostic> diagnostics) {}

  /**
   * Matches declarations of the kind that makes the tree.
   *
   * @param live everything there is, at undeclared addresses, parents as references to such; an
   *     invisible parent as text
   */
  public static Matched match(Desired desired, Kind kind, Collection<Resource> live) {
    return new Match(desired, kind, live).match();
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
      diagnostics.add(noSuchId(declaration, id));
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
      if (live != null) {
        matchSiblings(siblings, idOf(live));
      } // else the parent does not exist yet, so nothing can live under it
      open.addAll(siblings);
    }
  }

  /** Present names win over former ones, whatever the order of the declarations. */
  private void matchSiblings(List<Resource> siblings, String parent) {
    matchUnmatched(siblings, parent, d -> List.of(d.fields().text(NAME)));
    matchUnmatched(
        siblings, parent, d -> desired.formerNames().getOrDefault(d.address(), List.of()));
  }

  private void matchUnmatched(
      List<Resource> siblings, String parent, Function<Resource, List<String>> names) {
    var candidates = new TreeMap<Address, List<Resource>>();
    for (var declaration : siblings) {
      if (isOpen(declaration)) {
        candidates.put(declaration.address(), unclaimed(parent, names.apply(declaration)));
      }
    }
    for (var declaration : siblings) {
      var found = candidates.getOrDefault(declaration.address(), List.of());
      if (found.size() == 1) {
        claim(declaration, found.getFirst());
      } else if (found.size() > 1) {
        undecided.add(declaration.address());
        diagnostics.add(ambiguous(declaration, found));
      }
    }
  }

  private boolean isOpen(Resource declaration) {
    return declaration.id().isEmpty()
        && !matches.containsKey(declaration.address())
        && !undecided.contains(declaration.address());
  }

  private List<Resource> unclaimed(String parent, List<String> names) {
    return names.stream()
        .map(Match::letters)
        .distinct()
        .flatMap(name -> liveBySibling.getOrDefault(new Sibling(parent, name), List.of()).stream())
        .filter(resource -> !claims.containsKey(idOf(resource)))
        .sorted(Comparator.comparing(Match::idOf))
        .toList();
  }

  private void claim(Resource declaration, Resource found) {
    var other = claims.putIfAbsent(idOf(found), declaration.address());
    if (other == null) {
      matches.put(declaration.address(), found);
    } else {
      diagnostics.add(claimedTwice(declaration, other, found));
    }
  }

  private Value readdressedParent(Resource resource) {
    if (!(resource.fields().get(PARENT) instanceof Value.Ref ref)) {
      return resource.fields().get(PARENT);
    }
    return new Value.Ref(Optional.ofNullable(claims.get(ref.to().undeclaredId())).orElse(ref.to()));
  }

  private static String idOf(Resource live) {
    return live.id().orElseThrow();
  }

  private static String parentOf(Resource live) {
    return switch (live.fields().get(PARENT)) {
      case Value.Ref ref -> ref.to().undeclaredId();
      case Value.Text invisible -> invisible.text();
      default -> "";
    };
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static Diagnostic noSuchId(Resource declaration, String id) {
    return Diagnostic.error(Code.NO_SUCH_ID, "No live organization has the id " + id)
        .because(
            declaration.address()
                + " is pinned to it, and an id cannot be chosen when creating."
                + " It was deleted, or this credential cannot see it.")
        .todo(
            "Use a credential that sees it, correct the id, or take `id` out to have a new"
                + " organization created.")
        .about(declaration.address())
        .at(declaration.place());
  }

  private static Diagnostic ambiguous(Resource declaration, List<Resource> candidates) {
    return Diagnostic.error(
            Code.AMBIGUOUS_MATCH,
            candidates.size() + " live organizations could be " + declaration.address())
        .because(
            "These have its parent and its name: "
                + candidates.stream().map(Match::described).collect(Collectors.joining(", "))
                + ".")
        .todo("Pin the one that is meant with `id`.")
        .about(declaration.address())
        .at(declaration.place());
  }

  private static String described(Resource live) {
    var created =
        live.fields().get("create_time") instanceof Value.Text time
            ? ", created " + time.text()
            : "";
    return "\"" + live.fields().text(NAME) + "\" (" + idOf(live) + created + ")";
  }

  private static Diagnostic claimedTwice(Resource declaration, Address other, Resource found) {
    return Diagnostic.error(
            Code.CLAIMED_TWICE,
            declaration.address() + " and " + other + " mean the same live organization")
        .because("Both lead to " + described(found) + ".")
        .todo("Pin each with the `id` that it means, or take one of the two out.")
        .about(declaration.address())
        .at(declaration.place());
  }
}
