package dev.orgform.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The members of all organizations: an immutable value.
 *
 * @param byId by the id of the membership, in the order in which they came
 */
public record Members(SequencedMap<String, Member> byId) {
  static final Members NONE = new Members(new LinkedHashMap<>());

  public Members {
    byId = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byId));
  }

  /** Those of one organization, whatever their status. */
  public List<Member> of(String organization) {
    return byId.values().stream().filter(m -> m.organization().equals(organization)).toList();
  }

  /** The newest of that address in an organization; a canceled one may lie below it. */
  Optional<Member> find(String organization, String email) {
    return of(organization).reversed().stream().filter(m -> m.user().has(email)).findFirst();
  }

  /** The user of that address, as other memberships know them. */
  Optional<User> user(String email) {
    return byId.values().stream().map(Member::user).filter(u -> u.has(email)).findFirst();
  }

  /** With this one, or with this one as it now is. */
  Members with(Member member) {
    var more = new LinkedHashMap<>(byId);
    more.put(member.id(), member);
    return new Members(more);
  }

  Members without(Predicate<Member> some) {
    var rest = new LinkedHashMap<>(byId);
    return rest.values().removeIf(some) ? new Members(rest) : this;
  }

  /** Every membership of that address with two-factor authentication on or off. */
  Members secured(String email, boolean on) {
    var all = new LinkedHashMap<>(byId);
    all.replaceAll((id, m) -> m.user().has(email) ? m.known(m.user().secured(on)) : m);
    return new Members(all);
  }
}
