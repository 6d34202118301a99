package dev.orgform.plan;

import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why something declared that cannot be found may be something live that no file declares; what
 * says more comes first: the same children, then a near name.
 *
 * @param shared how many children both have, by their names; 0 where only the names are near
 */
record Likeness(Side wanted, Side stranger, int shared) implements Comparable<Likeness> {
  private static final Comparator<Likeness> MOST_TELLING =
      Comparator.comparingInt(Likeness::shared)
          .reversed()
          .thenComparing(likeness -> likeness.wanted.name())
          .thenComparing(likeness -> likeness.stranger.name())
          .thenComparing(likeness -> likeness.stranger.resource.address());

  /**
   * One of two that are compared.
   *
   * @param bare its name as {@link NearName} compares it
   * @param children the names of what it holds
   */
  record Side(Resource resource, String bare, TreeSet<String> children) {
    static Side of(Resource resource, Collection<Resource> held) {
      return new Side(
          resource,
          NearName.bare(name(resource)),
          held.stream()
              .map(child -> Value.letters(name(child)))
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    String name() {
      return name(resource);
    }

    private static String name(Resource resource) {
      return resource.fields().text("name");
    }
  }

  /** What of them is alike, where anything is: more than half of all children, or the names. */
  static Optional<Likeness> between(Side wanted, Side stranger) {
    int shared = (int) wanted.children.stream().filter(stranger.children::contains).count();
    int all = wanted.children.size() + stranger.children.size() - shared;
    if (2 * shared > all) {
      return Optional.of(new Likeness(wanted, stranger, shared));
    }
    return NearName.near(wanted.bare, stranger.bare)
        ? Optional.of(new Likeness(wanted, stranger, 0))
        : Optional.empty();
  }

  /** Such as {@code holds 2 of its 3 organizations}. */
  String reason() {
    return shared == 0
        ? "nearly the same name"
        : "holds %d of its %d %ss"
            .formatted(shared, wanted.children.size(), wanted.resource.kind().name());
  }

  @Override
  public int compareTo(Likeness other) {
    return MOST_TELLING.compare(this, other);
  }
}
