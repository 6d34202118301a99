package dev.orgform.live;

import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The live objects that are nobody's yet, by parent and name. Each group is looked through once,
 * however many declarations ask for it: a thousand of them may have had one name.
 */
final class Siblings {
  private final Predicate<Resource> free;
  private final Map<Key, List<Resource>> all = new TreeMap<>();
  private final Map<Key, List<Resource>> unclaimed = new TreeMap<>();

  /** A name below a parent; the parent is {@code ""} for roots. */
  record Key(String parent, String name) implements Comparable<Key> {
    static Key of(String parent, String name) {
      return new Key(parent, Value.letters(name));
    }

    @Override
    public int compareTo(Key other) {
      int byParent = parent.compareTo(other.parent);
      return byParent != 0 ? byParent : name.compareTo(other.name);
    }
  }

  /**
   * Sorts them into groups.
   *
   * @param live in the order of their ids, which every group keeps
   * @param free whether no declaration has claimed one
   */
  Siblings(Collection<Resource> live, Predicate<Resource> free) {
    this.free = free;
    live.forEach(one -> all.computeIfAbsent(key(one), key -> new ArrayList<>()).add(one));
  }

  static Key key(Resource live) {
    return Key.of(Match.parentOf(live), live.fields().text(Match.NAME));
  }

  /** Those that were free when they were asked for first, in the order of their ids. */
  List<Resource> unclaimed(Key key) {
    return unclaimed.computeIfAbsent(
        key, group -> all.getOrDefault(group, List.of()).stream().filter(free).toList());
  }
}
