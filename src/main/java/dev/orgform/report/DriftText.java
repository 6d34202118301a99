package dev.orgform.report;

import dev.orgform.documents.Ages;
import dev.orgform.documents.DoomedObject;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.documents.LiveObject;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How live stands to what is declared, as people read it. */
public final class DriftText {
  /** The most objects that are drawn with their fields. */
  private static final int DRAWN = 200;

  /** The most objects of one sort that are named in a line each. */
  private static final int NAMED = 100;

  private static final Comparator<LiveObject> BY_NAME =
      Comparator.comparing(LiveObject::name).thenComparing(LiveObject::address);

  private final DriftDocument drift;
  private final Page page = new Page();

  private DriftText(DriftDocument drift) {
    this.drift = drift;
  }

  /** The whole report: what is not as declared, what is not declared, and the counts last. */
  public static Page of(DriftDocument drift) {
    var text = new DriftText(drift);
    text.drifted();
    text.ignored();
    text.unmanaged();
    text.doomed();
    text.page.gap().add(DiagnosticsText.of(drift.diagnostics())).gap();
    text.summary();
    return text.page;
  }

  private void drifted() {
    if (!drift.isDrift()) {
      return;
    }
    page.line()
        .say(Style.NOTE, "Note: ")
        .say(
            Style.TITLE,
            drift.isElsewhere()
                ? "Objects have changed outside of orgform"
                : "Objects are not as declared");
    page.gap()
        .add(
            DriftedText.some(
                drift.objects().stream().filter(one -> one.state() != State.IGNORED).toList(),
                DRAWN,
                Optional.of(drift)))
        .gap();
    page.line().say("To have it as declared, run orgform apply, with --converge where you use");
    page.line().say("--base; to keep what is live, write that into the YAML.");
  }

  private void ignored() {
    var ignored = drift.in(State.IGNORED);
    if (!ignored.isEmpty()) {
      note()
          .say("not as declared where the guard file ignores it (")
          .number(ignored.size())
          .say("):");
      named(ignored.stream().map(DriftText::fields).toList());
    }
  }

  private static Line fields(DriftedObject object) {
    var line = new Line().data(object.address().toString()).say(": ");
    for (var field : object.fields()) {
      line.say(field.equals(object.fields().getFirst()) ? "" : ", ").data(field.field());
    }
    return line;
  }

  private void unmanaged() {
    if (!drift.unmanaged().isEmpty()) {
      note()
          .say("live, declared nowhere, and left alone (")
          .number(drift.unmanaged().size())
          .say("):");
      named(drift.unmanaged().stream().sorted(BY_NAME).map(PlanNotes::line).toList());
    }
  }

  private void doomed() {
    if (!drift.doomed().isEmpty()) {
      note().say("to be removed, and still there (").number(drift.doomed().size()).say("):");
      named(drift.doomed().stream().map(DriftText::sentence).toList());
    }
  }

  private static Line sentence(DoomedObject doomed) {
    return PlanNotes.line(doomed.object())
        .say(", as `removed` says at ")
        .add(DriftedText.place(doomed.source()));
  }

  private Line note() {
    return page.gap().line().say(Style.NOTE, "Note: ");
  }

  private void named(List<Line> lines) {
    lines.stream().limit(NAMED).forEach(line -> page.add(new Line().spaces(4).add(line)));
    if (lines.size() > NAMED) {
      page.add(More.ofReport(4, lines.size() - (long) NAMED));
    }
  }

  private void since(Ages ages) {
    page.line()
        .say("Since run ")
        .number(ages.since().run())
        .say(", which ended at ")
        .data(ages.since().end().truncatedTo(ChronoUnit.SECONDS).toString())
        .say(": ")
        .number(ages.fresh())
        .say(" certainly new; ")
        .number(ages.known().size())
        .say(ages.known().size() == 1 ? " was so before and is" : " were so before and are")
        .say(" not shown.");
  }

  private void summary() {
    if (!drift.isDrift()) {
      page.line()
          .say(Style.ADD, "No drift.")
          .say(
              Style.TITLE,
              drift.ages().isPresent() ? " Nothing is new." : " What is declared is so.");
    }
    drift.ages().ifPresent(this::since);
    page.line()
        .say(Style.TITLE, "Drift:")
        .say(" ")
        .number(drift.in(State.DRIFTED).size())
        .say(" drifted, ")
        .number(drift.in(State.MISSING).size())
        .say(" missing, ")
        .number(drift.unmanaged().size())
        .say(" unmanaged, ")
        .number(drift.in(State.IGNORED).size())
        .say(" ignored.");
    page.line()
        .say("Coverage: ")
        .number(drift.managed())
        .say(" of ")
        .number(drift.seen())
        .say(
            drift.seen() == 1
                ? " live organization is managed."
                : " live organizations are managed.");
    page.line()
        .say("Reading took ")
        .number(drift.requests())
        .say(drift.requests() == 1 ? " request" : " requests");
    drift
        .blame()
        .ifPresent(
            blamed ->
                page.lines()
                    .getLast()
                    .say(", and finding out who did it ")
                    .number(blamed.requests())
                    .say(" more"));
    page.lines().getLast().say(".");
  }
}
