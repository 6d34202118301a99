package dev.orgform.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How somebody becomes a member, and stops being one. */
final class Enrolment {
  private Enrolment() {}

  /** Whoever creates an organization is its first member, with no id taken from the others. */
  static Estate creator(Estate estate, String organization, String email, Instant now) {
    var user = estate.members().user(email).orElseGet(() -> User.of(email, true));
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    var member =
        new Member(
            Ids.digest("creator\n" + organization),
            organization,
            user,
            Member.Status.ACTIVE,
            true,
            time,
            time);
    return estate.with(estate.members().with(member));
  }

  /** A new membership; the user is whoever the address belongs to elsewhere. */
  static Next<Member> enrol(
      Estate estate, String organization, User user, Member.Status status, Instant now) {
    var issue = estate.issue();
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    var known = estate.members().user(user.email()).orElse(user);
    var member = new Member(issue.said(), organization, known, status, false, time, time);
    return new Next<>(issue.estate().with(estate.members().with(member)), member);
  }

  static Estate turned(Estate estate, Member member, Member.Status status, Instant now) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    return estate.with(estate.members().with(member.turned(status, time)));
  }

  static Estate removed(Estate estate, Member member) {
    return estate.with(estate.members().without(m -> m.id().equals(member.id())));
  }

  /**
   * Whether members keep an organization from being deleted: its creator, or else the last active
   * member, does not, unless the knob says so.
   */
  static boolean isInTheWay(Visit visit, String organization) {
    var current =
        visit.estate().members().of(organization).stream().filter(Member::isCurrent).toList();
    if (!visit.knobs().get(MemberKnobs.CREATOR_DELETABLE)) {
      return !current.isEmpty();
    }
    Optional<Member> spared =
        current.stream().filter(Member::creator).findFirst().or(() -> lastActive(current));
    return current.size() > spared.stream().count();
  }

  /** The only active one among them, if it is the only one. */
  static Optional<Member> lastActive(List<Member> members) {
    var active = members.stream().filter(m -> m.status() == Member.Status.ACTIVE).toList();
    return active.size() == 1 ? Optional.of(active.getFirst()) : Optional.empty();
  }
}
