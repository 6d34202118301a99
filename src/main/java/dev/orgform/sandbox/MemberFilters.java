package dev.orgform.sandbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** The filters of a list of members, all of which must hold; repeated statuses are alternatives. */
final class MemberFilters {
  private MemberFilters() {}

  static Predicate<Member> of(Visit visit) {
    return Filters.dotted(
        email(visit, statuses(visit)), visit.query(), "user.email", m -> m.user().email());
  }

  private static Predicate<Member> statuses(Visit visit) {
    List<String> words = visit.query().all("status");
    if (words.isEmpty()) {
      return visit.knobs().get(MemberKnobs.LIST_ALL) ? member -> true : Member::isCurrent;
    }
    var wanted = EnumSet.noneOf(Member.Status.class);
    for (String word : words) {
      wanted.add(
          Arrays.stream(Member.Status.values())
              .filter(status -> status.word().equals(word))
              .findFirst()
              .orElseThrow(() -> Denials.badRequest("There is no status " + Plain.text(word))));
    }
    return member -> wanted.contains(member.status());
  }

  private static Predicate<Member> email(Visit visit, Predicate<Member> all) {
    var query = visit.query();
    return switch (visit.knobs().get(MemberKnobs.EMAIL_FILTER)) {
      case ANY_CASE ->
          Filters.folded(all, query, "user.email", m -> m.user().email(), String::equals);
      case EXACT_CASE ->
          Filters.text(all, query, "user.email", m -> m.user().email(), String::equals);
      case IGNORED -> all;
    };
  }
}
