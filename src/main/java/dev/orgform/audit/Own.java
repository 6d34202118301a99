package dev.orgform.audit;

import dev.orgform.model.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What orgform itself did, as the journals of its runs have it.
 *
 * @param requests in any order
 * @param ids what runs created or changed, by the address it had then
 */
public record Own(List<Request> requests, SortedMap<Address, String> ids) {
  /** Nothing that is remembered. */
  public static final Own NOTHING = new Own(List.of(), new TreeMap<>());

  /** How far the clocks of this machine and of the log may be apart. */
  private static final Duration APART = Duration.ofMinutes(2);

  public Own {
    requests = List.copyOf(requests);
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }

  public Own(List<Request> requests, Map<Address, String> ids) {
    this(requests, new TreeMap<>(ids));
  }

  /**
   * A change that a run sent.
   *
   * @param run what history calls it: {@code run 12}
   * @param line method and target
   * @param ray of its answer, where there was one
   * @param email of the key it was sent with; empty for a token
   * @param fields those that it set; empty where nobody knows
   */
  public record Request(
      String run,
      Instant at,
      String line,
      Optional<String> ray,
      Optional<String> email,
      SortedSet<String> fields) {
    public Request {
      fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    /** The same, with the ray of its answer. */
    public Request rayed(Optional<String> of) {
      return new Request(run, at, line, of, email, fields);
    }
  }

  /** The request that an entry tells of, if it is one of ours. */
  Optional<Request> of(Entry entry) {
    var ray = entry.ray();
    return requests.stream().filter(one -> isOf(one, entry, ray)).findFirst();
  }

  private static boolean isOf(Request one, Entry entry, Optional<String> ray) {
    if (ray.isPresent() && one.ray().isPresent()) {
      return Entry.ray(one.ray().get()).equals(ray.get());
    }
    int space = one.line().indexOf(' ');
    var path = Requested.path(one.line().substring(space + 1));
    boolean near =
        entry
            .time()
            .map(at -> Duration.between(at, one.at()).abs().compareTo(APART) <= 0)
            .orElse(false);
    return near
        && entry.text("raw", "method").map(one.line().substring(0, space)::equals).orElse(false)
        && Requested.of(entry).path().map(path::equals).orElse(false)
        && isSameUser(one, entry);
  }

  private static boolean isSameUser(Request one, Entry entry) {
    var theirs = entry.text("actor", "email");
    return one.email().isEmpty()
        ? entry.text("actor", "context").map("api_token"::equals).orElse(true)
        : theirs.map(one.email().get()::equalsIgnoreCase).orElse(true)
            && entry.text("actor", "context").map("api_key"::equals).orElse(true);
  }
}
