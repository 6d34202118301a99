package dev.orgform.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The filters of {@code GET /organizations}, all of which must hold: exact {@code name} minds case,
 * the dotted ones do not.
 */
final class Filters {
  static final List<String> NAMES =
      List.of(
          "containing.account",
          "containing.organization",
          "containing.user",
          "id",
          "name",
          "name.contains",
          "name.endsWith",
          "name.startsWith",
          "parent.id");

  private final Query query;
  private final Estate estate;
  private final Knobs knobs;

  Filters(Visit visit) {
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
      all = all.and(name("name", String::equals));
    }
    return all.and(folded("name.startsWith", String::startsWith))
        .and(folded("name.endsWith", String::endsWith))
        .and(folded("name.contains", String::contains))
        .and(parent())
        .and(containing());
  }

  private Predicate<Organization> name(String filter, BiPredicate<String, String> test) {
    return query
        .first(filter)
        .<Predicate<Organization>>map(wanted -> o -> test.test(o.name(), wanted))
        .orElse(o -> true);
  }

  private Predicate<Organization> folded(String filter, BiPredicate<String, String> test) {
    return name(filter, (has, wanted) -> test.test(fold(has), fold(wanted)));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Predicate<Organization> parent() {
    return query
        .first("parent.id")
        .<Predicate<Organization>>map(id -> o -> o.parent().orElse("null").equals(id))
        .orElse(o -> true);
  }

  /** The sandbox has no accounts and users yet, so that nothing contains one of them. */
  private Predicate<Organization> containing() {
    if (query.first("containing.account").isPresent()
        || query.first("containing.user").isPresent()) {
      return o -> false;
    }
    return query
        .first("containing.organization")
        .<Predicate<Organization>>map(
            id -> {
              var above = above(id);
              return o -> above.contains(o.id());
            })
        .orElse(o -> true);
  }

  private Set<String> above(String id) {
    var above = new HashSet<String>();
    for (Organization organization : estate.lineage(id)) {
      organization.parent().ifPresent(above::add);
    }
    if (!knobs.get(KnobList.CONTAINING_TRANSITIVE)) {
      above.retainAll(estate.find(id).flatMap(Organization::parent).stream().toList());
    }
    return above;
  }

  /**
   * A short text that differs when any filter does, so that a page token fits only its own list.
   */
  static String fingerprint(Query query) {
    var filters = new StringBuilder();
    for (String name : NAMES) {
      query.all(name).stream()
          .sorted()
          .forEach(v -> filters.append(name).append('=').append(v).append('\n'));
    }
    return Ids.digest(filters.toString());
  }
}
