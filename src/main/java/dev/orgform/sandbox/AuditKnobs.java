package dev.orgform.sandbox;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;

/** The knobs of {@link KnobList} that are about audit logs. */
final class AuditKnobs {
  enum Count {
    TEXT,
    NUMBER,
    ABSENT
  }

  enum LastCursor {
    ABSENT,
    EMPTY,
    NULL
  }

  enum Bounds {
    SINCE,
    BOTH,
    NEITHER
  }

  enum ActorShown {
    FULL,
    UNNAMED,
    ABSENT
  }

  enum History {
    EXACT,
    APPROXIMATE,
    UNAVAILABLE
  }

  static final Knob<Boolean> ALLOWED =
      KnobList.either("audit-access", "whether the caller may read audit logs", "yes", "no");

  static final Knob<Boolean> TREE =
      KnobList.either(
          "audit-scope",
          "what an organization's log has: what happened in all below it too, or in it alone",
          "tree",
          "own");

  static final Knob<Boolean> FAILURES =
      Knob.choice(
          "audit-failures",
          "whether refused changes are in the log",
          List.of(entry("no", false), entry("yes", true)));

  static final Knob<Duration> DELAY =
      Knob.span("audit-delay", "how long an entry is missing from the log");

  static final Knob<Duration> RETENTION =
      new Knob<>(
          "audit-retention",
          "how long entries are kept",
          "DURATION",
          "13152h", // 18 months
          Knob::readSpan);

  static final Knob<Bounds> BOUNDS =
      Knob.choice(
          "audit-bounds",
          "which of since and before a log includes itself",
          List.of(
              entry("since", Bounds.SINCE),
              entry("both", Bounds.BOTH),
              entry("neither", Bounds.NEITHER)));

  static final Knob<Boolean> POSITIVE_FILTERS =
      KnobList.either(
          "audit-filters",
          "which forms of filters work: X and X.not, or X.not alone",
          "both",
          "not");

  static final Knob<Boolean> ENVELOPE =
      KnobList.either(
          "audit-envelope",
          "whether answers have success and errors, both optional",
          "full",
          "bare");

  static final Knob<Boolean> RESULT_INFO =
      KnobList.either("audit-result-info", "whether pages have result_info at all", "yes", "no");

  static final Knob<Count> COUNT =
      Knob.choice(
          "audit-count",
          "how result_info says how many a page has",
          List.of(
              entry("text", Count.TEXT),
              entry("number", Count.NUMBER),
              entry("absent", Count.ABSENT)));

  static final Knob<LastCursor> LAST_CURSOR =
      Knob.choice(
          "audit-last-cursor",
          "how the last page says that there is no cursor",
          List.of(
              entry("absent", LastCursor.ABSENT),
              entry("empty", LastCursor.EMPTY),
              entry("null", LastCursor.NULL)));

  static final Knob<Boolean> BORDERS_CLEAN =
      KnobList.either(
          "audit-borders",
          "whether a page begins behind the page before or repeats its last",
          "behind",
          "repeat");

  static final Knob<Boolean> ERROR_CODES =
      Knob.choice(
          "audit-errors",
          "whether errors of audit logs are messages alone, as documented, or have codes",
          List.of(entry("message", false), entry("code", true)));

  static final Knob<ActorShown> ACTOR =
      Knob.choice(
          "audit-actor",
          "whether entries name their actor, or leave out the e-mail and the token's name",
          List.of(
              entry("full", ActorShown.FULL),
              entry("unnamed", ActorShown.UNNAMED),
              entry("absent", ActorShown.ABSENT)));

  static final Knob<Boolean> BODIES =
      KnobList.either(
          "audit-bodies", "whether entries carry request and response", "kept", "absent");

  static final Knob<Boolean> HEX_IDS =
      KnobList.either("audit-ids", "how ids of entries are spelled", "hex", "uuid");

  static final Knob<Boolean> KNOWN_WORDS =
      KnobList.either(
          "audit-words",
          "whether contexts and types of actors are documented ones",
          "known",
          "new");

  static final Knob<History> HISTORY =
      Knob.choice(
          "audit-history",
          "the history_status of an entry's history",
          List.of(
              entry("exact", History.EXACT),
              entry("approximate", History.APPROXIMATE),
              entry("unavailable", History.UNAVAILABLE)));

  static final List<Knob<?>> ALL =
      List.of(
          ALLOWED,
          TREE,
          FAILURES,
          DELAY,
          RETENTION,
          BOUNDS,
          POSITIVE_FILTERS,
          ENVELOPE,
          RESULT_INFO,
          COUNT,
          LAST_CURSOR,
          BORDERS_CLEAN,
          ERROR_CODES,
          ACTOR,
          BODIES,
          HEX_IDS,
          KNOWN_WORDS,
          HISTORY);

  private AuditKnobs() {}
}
