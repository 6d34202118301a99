package dev.orgform.audit;

import dev.orgform.api.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to read of an organization's audit log.
 *
 * @param organization its id
 * @param since from when on; the server includes it
 * @param before until when
 * @param conditions several of one filter and form are alternatives; all filters must hold
 * @param oldestFirst the order; newest first is the API's own
 */
public record Query(
    String organization,
    Instant since,
    Instant before,
    List<Condition> conditions,
    boolean oldestFirst) {
  public Query {
    conditions = List.copyOf(conditions);
  }

  /** Everything between two times, newest first. */
  public static Query between(String organization, Instant since, Instant before) {
    return new Query(organization, since, before, List.of(), false);
  }

  /** Only changes that were made, as far as the server can leave out the others. */
  public Query changes() {
    var more = new ArrayList<>(conditions);
    // Only the forms that leave out are in every client of the API, so only they are relied on.
    more.add(new Condition(Filter.ACTION_TYPE, true, "view"));
    more.add(new Condition(Filter.ACTION_RESULT, true, "failure"));
    return new Query(organization, since, before, more, oldestFirst);
  }

  /** The call for the list, without paging. */
  Call call() {
    var call = bounded(Call.get("organizations", Call.id(organization), "logs", "audit"));
    for (var condition : conditions) {
      call = call.query(condition.parameter(), condition.value());
    }
    return call;
  }

  /** The call for the history of an entry, without paging. */
  Call history(String entry, Instant happened) {
    var path = Call.get("organizations", Call.id(organization), "logs", "audit", entry, "history");
    return bounded(path.query("action_time", happened.toString()));
  }

  private Call bounded(Call call) {
    return call.query("since", since.toString())
        .query("before", before.toString())
        .query("direction", oldestFirst ? "asc" : "desc");
  }

  /** Whether an entry is what was asked for: an older server may pass over filters that choose. */
  boolean admits(Entry entry) {
    for (var filter : Filter.values()) {
      var wanted =
          conditions.stream().filter(one -> one.filter() == filter && !one.leavesOut()).toList();
      var found = filter.in(entry);
      if (!wanted.isEmpty()
          && found.isPresent()
          && wanted.stream().noneMatch(one -> same(one.value(), found.get()))) {
        return false;
      }
    }
    return true;
  }

  /** Ids are the same with hyphens and without, addresses and methods in any case. */
  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("-", "");
  }
}
