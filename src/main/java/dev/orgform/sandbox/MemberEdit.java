package dev.orgform.sandbox;

import java.time.Instant;
import java.util.Optional;

/** What people do about memberships: in the dashboard, or with the mail that invites them. */
sealed interface MemberEdit extends Edit {
  /** Invites somebody, who is pending until they accept or reject. */
  record Invite(String which, String email) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      return joined(estate, which, User.of(email, false), Member.Status.PENDING, "Invited", now);
    }
  }

  /** Makes somebody a member without asking; somebody new has two-factor authentication on. */
  record Add(String which, String email) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      return joined(estate, which, User.of(email, true), Member.Status.ACTIVE, "Added", now);
    }
  }

  /** The invited person accepts, which takes two-factor authentication. */
  record Accept(String which, String email) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var member = pending(estate, which, email);
      if (!member.user().twoFactor()) {
        String plain = Plain.text(member.user().email());
        throw new Refused(
            "%s cannot accept without two-factor authentication; try: two-factor %s on."
                .formatted(plain, plain));
      }
      return new Next<>(
          Enrolment.turned(estate, member, Member.Status.ACTIVE, now),
          "%s accepted.".formatted(label(estate, member)));
    }
  }

  /** The invited person rejects. */
  record Reject(String which, String email) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var member = pending(estate, which, email);
      return new Next<>(
          Enrolment.turned(estate, member, Member.Status.REJECTED, now),
          "%s rejected.".formatted(label(estate, member)));
    }
  }

  /** Ends a membership or an invitation, of which nothing stays. */
  record Remove(String which, String email) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      var member = current(estate, which, email);
      return new Next<>(
          Enrolment.removed(estate, member), "Removed %s.".formatted(label(estate, member)));
    }
  }

  /** Turns somebody's two-factor authentication on or off, wherever they are a member. */
  record TwoFactor(String email, boolean on) implements MemberEdit {
    @Override
    public Next<String> on(Estate estate, Instant now) {
      if (estate.members().user(email).isEmpty()) {
        throw new Refused("Nobody is a member with the address " + Plain.text(email) + ".");
      }
      return new Next<>(
          estate.with(estate.members().secured(email, on)),
          "Turned two-factor authentication of %s %s."
              .formatted(Plain.text(email), on ? "on" : "off"));
    }
  }

  private static Next<String> joined(
      Estate estate, String which, User user, Member.Status status, String did, Instant now) {
    var organization = estate.pick(which);
    if (find(estate, organization, user.email()).isPresent()) {
      throw new Refused(
          "%s is a member of \"%s\" or invited already."
              .formatted(Plain.text(user.email()), Plain.text(organization.name())));
    }
    var made = Enrolment.enrol(estate, organization.id(), user, status, now);
    return new Next<>(made.estate(), "%s %s.".formatted(did, label(made.estate(), made.said())));
  }

  private static Member pending(Estate estate, String which, String email) {
    var member = current(estate, which, email);
    if (member.status() != Member.Status.PENDING) {
      throw new Refused(label(estate, member) + " is a member already.");
    }
    return member;
  }

  private static Member current(Estate estate, String which, String email) {
    var organization = estate.pick(which);
    return find(estate, organization, email)
        .orElseThrow(
            () ->
                new Refused(
                    "%s is neither a member of \"%s\" nor invited.%s"
                        .formatted(
                            Plain.text(email),
                            Plain.text(organization.name()),
                            Nearest.hint(
                                email,
                                estate.members().of(organization.id()).stream()
                                    .map(m -> m.user().email())
                                    .toList()))));
  }

  private static Optional<Member> find(Estate estate, Organization organization, String email) {
    return estate.members().find(organization.id(), email).filter(Member::isCurrent);
  }

  private static String label(Estate estate, Member member) {
    return "%s in %s"
        .formatted(
            Plain.text(member.user().email()), Edit.label(estate.pick(member.organization())));
  }
}
