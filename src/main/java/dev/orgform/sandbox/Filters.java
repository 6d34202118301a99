package dev.orgform.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The filters of {@code GET /organizations}, all of which must hold: exact {@code name} minds case,
 * the dotted ones do not.
 */
final class Filters {
  /** Of all lists: what changes which items there are, or their order. */
  private static final List<String> NAMES =
      List.of(
          "account_pubname",
          "account_pubname.contains",
          "account_pubname.endsWith",
          "account_pubname.startsWith",
          "containing.account",
          "containing.organization",
          "containing.user",
          "direction",
          "id",
          "name",
          "name.contains",
          "name.endsWith",
          "name.startsWith",
          "order_by",
          "parent.id",
          "status",
          "user.email",
          "user.email.contains",
          "user.email.endsWith",
          "user.email.startsWith");

  private final Visit visit;
  private final Query query;
  private final Estate estate;
  private final Knobs knobs;

  Filters(Visit visit) {
    this.visit = visit;
    query = visit.query();
    estate = visit.estate();
    knobs = visit.knobs();
  }

  Predicate<Organization> predicate() {
    Predicate<Organization> all = organization -> true;
    if (!query.all("id").isEmpty()) {
      var ids = Set.copyOf(query.all("id"));
      all = all.and(o -> ids.contains(o.id()));
    }
    if (knobs.get(KnobList.EXACT_NAME)) {
      all = text(all, query, "name", Organization::name, String::equals);
    }
    return containing(parent(dotted(all, query, "name", Organization::name)));
  }

  /** Those of all whose text passes the test against the filter's value, if that is given. */
  static <T> Predicate<T> text(
      Predicate<T> all,
      Query query,
      String filter,
      Function<T, String> text,
      BiPredicate<String, String> test) {
    return query
        .first(filter)
        .map(wanted -> all.and(item -> test.test(text.apply(item), wanted)))
        .orElse(all);
  }

  /** As {@link #text}, without regard to case. */
  static <T> Predicate<T> folded(
      Predicate<T> all,
      Query query,
      String filter,
      Function<T, String> text,
      BiPredicate<String, String> test) {
    return text(
        all, query, filter, text, (has, wanted) -> test.test(User.fold(has), User.fold(wanted)));
  }

  /** The three dotted filters of one text, without regard to case. */
  static <T> Predicate<T> dotted(
      Predicate<T> all, Query query, String filter, Function<T, String> text) {
    var some = folded(all, query, filter + ".startsWith", text, String::startsWith);
    some = folded(some, query, filter + ".endsWith", text, String::endsWith);
    return folded(some, query, filter + ".contains", text, String::contains);
  }

  private Predicate<Organization> parent(Predicate<Organization> all) {
    return query
        .first("parent.id")
        .map(id -> all.and(o -> o.parent().orElse("null").equals(id)))
        .orElse(all);
  }

  private Predicate<Organization> containing(Predicate<Organization> all) {
    var organization = query.first("containing.organization");
    var account = query.first("containing.account");
    var user = query.first("containing.user");
    var some = all;
    if (organization.isPresent()) {
      var above = upwards(estate.find(organization.get()).flatMap(Organization::parent));
      some = some.and(o -> above.contains(o.id()));
    }
    if (account.isPresent()) {
      var above = upwards(estate.accounts().find(account.get()).flatMap(visit::owner));
      some = some.and(o -> above.contains(o.id()));
    }
    if (user.isPresent()) {
      var managing = managing(user.get());
      some = some.and(o -> managing.contains(o.id()));
    }
    return some;
  }

  /** This organization and, where the knob has it so, all above it. */
  private Set<String> upwards(Optional<String> id) {
    return knobs.get(KnobList.CONTAINING_TRANSITIVE)
        ? id.stream()
            .flatMap(at -> estate.lineage(at).stream())
            .map(Organization::id)
            .collect(Collectors.toSet())
        : id.stream().collect(Collectors.toSet());
  }

  /** Where the user of that id is an active member. */
  private Set<String> managing(String user) {
    return estate.members().byId().values().stream()
        .filter(m -> m.user().id().equals(user) && m.status() == Member.Status.ACTIVE)
        .map(Member::organization)
        .collect(Collectors.toSet());
  }

  /**
   * A short text that differs when the list or any filter does, so that a page token fits only its
   * own list.
   */
  static String fingerprint(Request request) {
    var query = Query.parse(request.query());
    var filters = new StringBuilder(request.bare()).append('\n');
    for (String name : NAMES) {
      query.all(name).stream()
          .sorted()
          .forEach(v -> filters.append(name).append('=').append(v).append('\n'));
    }
    return Ids.digest(filters.toString());
  }
}
