package dev.orgform.sandbox;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;

/** The knobs of {@link KnobList} that are about members. */
final class MemberKnobs {
  enum Reinvited {
    NEW,
    SAME,
    REFUSED
  }

  enum EmailFilter {
    ANY_CASE,
    EXACT_CASE,
    IGNORED
  }

  static final Knob<Boolean> CREATOR_DELETABLE =
      KnobList.either(
          "creator-counts",
          "whether its creator's membership keeps an organization from being deleted",
          "no",
          "yes");

  static final Knob<Boolean> DUPLICATE_REFUSED =
      KnobList.either(
          "duplicate-member",
          "the answer to inviting a member, or an address that was invited already",
          "409",
          "existing");

  static final Knob<Reinvited> REINVITED =
      Knob.choice(
          "reinvite",
          "what inviting an address makes that rejected or was canceled: a new membership, the"
              + " same one pending again, or nothing",
          List.of(
              entry("new", Reinvited.NEW),
              entry("same", Reinvited.SAME),
              entry("refused", Reinvited.REFUSED)));

  static final Knob<Boolean> STATUS_IGNORED =
      KnobList.either("sent-status", "what an invitation with a status gets", "ignored", "refused");

  static final Knob<Boolean> UNINVITED_STAYS =
      KnobList.either(
          "uninvited",
          "whether a deleted invitation stays, with the status canceled",
          "canceled",
          "removed");

  static final Knob<Boolean> DELETE_SILENT =
      KnobList.either(
          "member-delete", "the answer to deleting a member; 200 has its id", "204", "200");

  static final Knob<Boolean> SELF_REMOVABLE =
      KnobList.either(
          "remove-self", "whether callers may delete their own membership", "allowed", "refused");

  static final Knob<Boolean> LAST_REMOVABLE =
      KnobList.either(
          "remove-last", "whether the last active member may be deleted", "allowed", "refused");

  static final Knob<Boolean> LIST_ALL =
      KnobList.either(
          "members-default",
          "which members a list has that names no status; current is active and pending",
          "all",
          "current");

  static final Knob<EmailFilter> EMAIL_FILTER =
      Knob.choice(
          "email-filter",
          "how lists filter by user.email",
          List.of(
              entry("any-case", EmailFilter.ANY_CASE),
              entry("exact-case", EmailFilter.EXACT_CASE),
              entry("ignored", EmailFilter.IGNORED)));

  static final Knob<Boolean> BATCH_CREATE =
      KnobList.either("batch-create", "whether members:batchCreate exists", "yes", "no");

  static final Knob<Duration> VISIBLE_AFTER =
      Knob.span(
          "member-visible-after", "how long a new member is missing from lists and by its id");

  static final List<Knob<?>> ALL =
      List.of(
          CREATOR_DELETABLE,
          DUPLICATE_REFUSED,
          REINVITED,
          STATUS_IGNORED,
          UNINVITED_STAYS,
          DELETE_SILENT,
          SELF_REMOVABLE,
          LAST_REMOVABLE,
          LIST_ALL,
          EMAIL_FILTER,
          BATCH_CREATE,
          VISIBLE_AFTER);

  private MemberKnobs() {}
}
