package dev.orgform.sandbox;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;

/** The knobs of {@link KnobList} that are about accounts. */
final class AccountKnobs {
  enum Source {
    EMPTY,
    ABSENT,
    NULL
  }

  static final Knob<Boolean> LIST_DIRECT =
      KnobList.either(
          "organization-accounts",
          "which accounts an organization lists: those directly in it or in all below it too",
          "direct",
          "all");

  static final Knob<Boolean> MANAGED_BY_ABSENT =
      KnobList.either(
          "managed-by", "how an account says that it is in no organization", "absent", "null");

  static final Knob<Source> MOVE_SOURCE =
      Knob.choice(
          "move-source",
          "the source_organization_id of moving an account that was in no organization",
          List.of(
              entry("empty", Source.EMPTY),
              entry("absent", Source.ABSENT),
              entry("null", Source.NULL)));

  static final Knob<Boolean> MOVE_TO_SAME =
      KnobList.either(
          "move-to-same", "whether an account may be moved to where it is", "allowed", "refused");

  static final Knob<Duration> MOVE_SHOWS_AFTER =
      Knob.span("move-shows-after", "how long reads show a moved account where it was");

  static final List<Knob<?>> ALL =
      List.of(LIST_DIRECT, MANAGED_BY_ABSENT, MOVE_SOURCE, MOVE_TO_SAME, MOVE_SHOWS_AFTER);

  private AccountKnobs() {}
}
