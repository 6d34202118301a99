package dev.orgform.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the API says now, read whole; a partial reading never becomes one of these.
 *
 * @param resources what was matched to an address of the configuration
 * @param undeclared what no configuration names: at {@link Address#undeclared} addresses, or at
 *     {@link Roll#address} where a list would have it
 * @param former per address of the base, the address at which the object it meant stands here;
 *     empty where there is no base
 * @param self the e-mail of whoever reads, where it is known
 * @param notes what the reading found that no plan changes, for people
 * @param learned what was read afterwards, because a plan must count it
 * @param requests how many requests the reading took
 */
public record Live(
    Resources resources,
    Resources undeclared,
    SortedMap<Address, Address> former,
    Optional<String> self,
    List<Diagnostic> notes,
    Learned learned,
    int requests) {
  public Live {
    former = Collections.unmodifiableSortedMap(new TreeMap<>(former));
    notes = List.copyOf(notes);
  }

  /** A reading after which nothing was counted. */
  public Live(
      Resources resources,
      Resources undeclared,
      SortedMap<Address, Address> former,
      Optional<String> self,
      List<Diagnostic> notes,
      int requests) {
    this(resources, undeclared, former, self, notes, Learned.NOTHING, requests);
  }

  /** A reading that was compared with no base, by nobody in particular. */
  public Live(Resources resources, Resources undeclared, int requests) {
    this(resources, undeclared, new TreeMap<>(), Optional.empty(), List.of(), requests);
  }

  /** Everything that was read. */
  public Stream<Resource> everything() {
    return Stream.concat(resources.all().stream(), undeclared.all().stream());
  }

  /** The same after so many more requests. */
  public Live after(int more) {
    return learning(learned, more);
  }

  /** The same when so many more requests have told more. */
  public Live learning(Learned more, int requestsMore) {
    return new Live(resources, undeclared, former, self, notes, more, requests + requestsMore);
  }
}
