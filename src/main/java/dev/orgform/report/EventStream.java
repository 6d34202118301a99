package dev.orgform.report;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.StreamLine;
import dev.orgform.documents.StreamLine.Operation;
import dev.orgform.documents.StreamLine.Stage;
import dev.orgform.documents.Verb;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import dev.orgform.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run as lines of JSON, each without its line break; {@code -json} prints them. */
public final class EventStream {
  private EventStream() {}

  /** The first line of every run. */
  public static String version(String tool, Instant when) {
    var message = new Line().say("orgform ").data(tool);
    return new StreamLine.Version(tool, message.in(Ink.PLAIN)).at(when);
  }

  /** A sentence that has no type of its own. */
  public static String log(Severity severity, String message, Instant when) {
    var safe = new Line().sentence(message).in(Ink.PLAIN);
    return new StreamLine.Log(severity, safe).at(when);
  }

  public static String diagnostic(Diagnostic diagnostic, Instant when) {
    var message = DiagnosticsText.title(diagnostic).in(Ink.PLAIN);
    return new StreamLine.Told(diagnostic, message).at(when);
  }

  /**
   * Everything that a plan says: drift and adoption, changes, what nobody declares, what a person
   * must still say, diagnostics, and the summary. What the guard file ignores is left out.
   */
  public static List<String> plan(PlanDocument plan, Instant when) {
    var lines = new ArrayList<StreamLine>();
    plan.drift().stream()
        .filter(object -> object.state() != DriftedObject.State.IGNORED)
        .forEach(object -> lines.add(new StreamLine.Drifted(object, AsideLine.of(object))));
    plan.adopted()
        .forEach(object -> lines.add(new StreamLine.Adopted(object, AsideLine.of(object))));
    plan.changes()
        .forEach(change -> lines.add(new StreamLine.Planned(change, ChangeText.planned(change))));
    plan.unmanaged()
        .forEach(object -> lines.add(new StreamLine.Unmanaged(object, AsideLine.of(object))));
    for (var missing : plan.missing()) {
      var message = PlanNotes.confirmation(missing, plan).in(Ink.PLAIN);
      lines.add(new StreamLine.Needed(missing, PlanNotes.flag(missing, plan), message));
    }
    plan.diagnostics()
        .forEach(
            one -> lines.add(new StreamLine.Told(one, DiagnosticsText.title(one).in(Ink.PLAIN))));
    var counts = PlanText.counts(plan).in(Ink.PLAIN);
    lines.add(new StreamLine.Summary(plan.counts(), Operation.PLAN, counts));
    return lines.stream().map(line -> line.at(when)).toList();
  }

  public static String event(Event event, Instant when) {
    var message = EventText.of(event).in(Ink.PLAIN);
    var step = event.step();
    StreamLine line =
        switch (event) {
          case Event.Started started ->
              hook(step, Stage.START, EventText.liveId(step), Duration.ZERO, "", message);
          case Event.Still still ->
              hook(step, Stage.PROGRESS, EventText.liveId(step), still.elapsed(), "", message);
          case Event.Ended ended -> ended(step, ended.outcome(), ended.elapsed(), message);
        };
    return line.at(when);
  }

  /** Every problem, and the summary. */
  public static List<String> applied(Applied applied, Instant when) {
    var problems = applied.diagnostics().stream().map(one -> diagnostic(one, when));
    var message = ApplyText.counts(applied).in(Ink.PLAIN);
    var summary = new StreamLine.Summary(applied.counts(), Operation.APPLY, message);
    return Stream.concat(problems, Stream.of(summary.at(when))).toList();
  }

  private static StreamLine ended(Step step, Outcome outcome, Duration elapsed, String message) {
    var id = EventText.liveId(step);
    return switch (outcome) {
      case Outcome.Done done ->
          hook(step, Stage.COMPLETE, done.id().or(() -> id), elapsed, "", message);
      case Outcome.Failed failed -> hook(step, Stage.ERRORED, id, elapsed, "failed", message);
      case Outcome.Unknown unknown -> hook(step, Stage.ERRORED, id, elapsed, "unknown", message);
      case Outcome.Stale stale -> hook(step, Stage.ERRORED, id, elapsed, "stale", message);
      case Outcome.NotBegun notBegun ->
          hook(step, Stage.ERRORED, id, elapsed, "not-begun", message);
      case Outcome.Skipped skipped -> hook(step, Stage.ERRORED, id, elapsed, "skipped", message);
    };
  }

  private static StreamLine hook(
      Step step,
      Stage stage,
      Optional<String> id,
      Duration elapsed,
      String outcome,
      String message) {
    return new StreamLine.Hook(
        stage,
        step.address(),
        step.change().kind().type(),
        Verb.of(step.change()),
        id,
        Elapsed.seconds(elapsed),
        Optional.of(outcome).filter(word -> !word.isEmpty()),
        message);
  }
}
