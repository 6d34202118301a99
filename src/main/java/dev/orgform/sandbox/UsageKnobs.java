package dev.orgform.sandbox;

import static java.util.Map.entry;

import java.util.List;

/** The knobs of {@link KnobList} that are about billable usage. */
final class UsageKnobs {
  enum Costs {
    ABSENT,
    NULL,
    PRESENT
  }

  static final Knob<Boolean> ALLOWED =
      KnobList.either("usage-access", "whether the caller may read billable usage", "yes", "no");

  static final Knob<Costs> COSTS =
      Knob.choice(
          "usage-costs",
          "the cost columns of usage, which are not populated yet",
          List.of(
              entry("absent", Costs.ABSENT),
              entry("null", Costs.NULL),
              entry("present", Costs.PRESENT)));

  static final Knob<Boolean> NAMED =
      KnobList.either(
          "usage-names",
          "whether records name metric and account, or, as later documents allow, only the metric's"
              + " id",
          "yes",
          "no");

  static final Knob<Boolean> UNKNOWN_EMPTY =
      KnobList.either(
          "usage-unknown", "the usage of an organization that there is not", "empty", "404");

  static final Knob<Boolean> CODE_ZERO =
      KnobList.either("usage-errors", "the error code of refusals about usage", "0", "1400");

  static final List<Knob<?>> ALL = List.of(ALLOWED, COSTS, NAMED, UNKNOWN_EMPTY, CODE_ZERO);

  private UsageKnobs() {}
}
