package dev.orgform.live;

import dev.orgform.api.EventLoop;
import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Kind;
import dev.orgform.model.Learned;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what a plan must count and its own reading left out: the accounts of organizations in which
 * people come or go, with those below, and the people of organizations between which accounts move;
 * one list for each.
 *
 * <p>Nothing of it makes a plan fail. What is refused, or would take more than {@value #MOST} lists
 * of a sort, is not learned.
 */
public final class Learner {
  /** A tenth of what the API lets one user ask in five minutes. */
  private static final int MOST = 100;

  private final Lists lists;
  private final Live live;
  private final Desired desired;
  private final Set<Address> doomed;

  /**
   * Reads through a loop.
   *
   * @param live has the lists already of those organizations that declare them
   * @param doomed and of those that are to be deleted
   */
  public Learner(
      EventLoop loop,
      List<Kind> kinds,
      Function<String, Reads> reads,
      int parallelism,
      Live live,
      Desired desired,
      Set<Address> doomed) {
    this.lists = new Lists(loop, List.copyOf(kinds), reads, parallelism);
    this.live = live;
    this.desired = desired;
    this.doomed = Set.copyOf(doomed);
  }

  /**
   * What could be learned.
   *
   * @param peopled organizations whose accounts are to be counted
   * @param crossed organizations whose people are to be known
   */
  public Learned learn(Collection<Address> peopled, Collection<Address> crossed) {
    return new Learned(accounts(peopled), people(crossed));
  }

  private SortedMap<Address, SortedSet<Address>> accounts(Collection<Address> organizations) {
    var known = known(Kind.Form.Labelled.class);
    var holdings = new Holdings(live);
    var asked = new TreeSet<Address>();
    for (var organization : organizations) {
      var more = new TreeSet<>(holdings.within(organization));
      more.removeAll(known);
      more.addAll(asked);
      if (more.size() <= MOST) {
        asked.addAll(more);
      }
    }
    var listed = new TreeMap<Address, Set<Address>>();
    known.forEach(one -> listed.put(one, Set.of()));
    lists
        .read(live, Kind.Form.Labelled.class, asked)
        .forEach((organization, found) -> listed.put(organization, addresses(found)));
    return holdings.of(organizations, listed);
  }

  private SortedMap<Address, SortedSet<String>> people(Collection<Address> organizations) {
    var known = known(Kind.Form.Roster.class);
    var asked = new TreeSet<>(organizations);
    asked.removeAll(known);
    var people = new TreeMap<Address, SortedSet<String>>();
    organizations.stream()
        .filter(known::contains)
        .forEach(organization -> people.put(organization, new TreeSet<>()));
    for (var one : live.everything().filter(Learner::isPerson).toList()) {
      for (var owner : one.fields().refs()) {
        var there = people.get(owner);
        if (there != null) {
          there.add(Roll.person(one.label()));
        }
      }
    }
    if (asked.size() <= MOST) {
      lists
          .read(live, Kind.Form.Roster.class, asked)
          .forEach((organization, found) -> people.put(organization, names(found)));
    }
    return people;
  }

  private static boolean isPerson(Resource one) {
    return one.kind().form() instanceof Kind.Form.Roster;
  }

  /** Whose lists of a form the plan's reading has. */
  private Set<Address> known(Class<? extends Kind.Form> form) {
    var known = new TreeSet<Address>(doomed);
    desired.rolls().stream()
        .filter(roll -> form.isInstance(roll.kind().form()))
        .forEach(roll -> known.add(roll.owner()));
    return known;
  }

  private static Set<Address> addresses(List<Resource> found) {
    return found.stream().map(Resource::address).collect(Collectors.toSet());
  }

  private static SortedSet<String> names(List<Resource> found) {
    return found.stream()
        .map(one -> Roll.person(one.label()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
