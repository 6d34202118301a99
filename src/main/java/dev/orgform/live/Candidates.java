package dev.orgform.live;

import dev.orgform.model.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one declaration could mean.
 *
 * @param named live objects with its name
 * @param former groups of those with its former names, each by name; no group is empty
 * @param inherited what the base meant by it, where it is in none of the groups
 */
record Candidates(
    Resource declaration,
    List<Resource> named,
    Map<Siblings.Key, List<Resource>> former,
    Optional<Resource> inherited) {

  /**
   * Those that could be chosen, counted and not listed: many declarations may share many of them.
   *
   * @param count how many there are
   * @param first so many of them as people are shown, in the order of ids, its own name before
   *     former ones
   */
  record Choice(long count, List<Resource> first) {}

  /**
   * Its choice.
   *
   * @param spokenFor whether all of a group bear the present name of another declaration
   */
  Choice choice(Predicate<Siblings.Key> spokenFor) {
    long count = named.size();
    var first = new ArrayList<>(few(named));
    var formerly = new ArrayList<Resource>();
    for (var group : former.entrySet()) {
      if (!spokenFor.test(group.getKey())) {
        count += group.getValue().size();
        formerly.addAll(few(group.getValue()));
      }
    }
    formerly.sort(Comparator.comparing(Match::idOf));
    first.addAll(formerly);
    if (inherited.filter(live -> !spokenFor.test(Siblings.key(live))).isPresent()) {
      count++;
      inherited.ifPresent(first::add);
    }
    return new Choice(count, few(first));
  }

  /** The first of what it was called before, chosen or not. */
  Optional<Resource> firstFormer() {
    return former.values().stream()
        .map(List::getFirst)
        .min(Comparator.comparing(Match::idOf))
        .or(() -> inherited);
  }

  private static List<Resource> few(List<Resource> all) {
    return all.subList(0, Math.min(all.size(), Mismatch.LISTED));
  }
}
