package dev.orgform.report;

import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Wait;
import dev.orgform.documents.Verb;
import dev.orgform.model.Code;
import dev.orgform.plan.Change;
import dev.orgform.plan.Step;
import java.time.Duration;
import java.util.Optional;

/** What happens during an apply, one line each, in Terraform's words. */
public final class EventText {
  private EventText() {}

  public static Line of(Event event) {
    var step = event.step();
    return switch (event) {
      case Event.Started started -> id(doing(about(step), step).say("..."), liveId(step));
      case Event.Still still -> {
        var line = stillDoing(about(step), step).say("... [");
        liveId(step).ifPresent(id -> line.say("id=").data(id).say(", "));
        line.data(Elapsed.clock(still.elapsed())).say(" elapsed");
        still.waiting().ifPresent(wait -> waiting(line, wait));
        yield line.say("]");
      }
      case Event.Ended ended -> ended(step, ended.outcome(), ended.elapsed());
    };
  }

  private static Line ended(Step step, Outcome outcome, Duration elapsed) {
    var line = about(step);
    return switch (outcome) {
      case Outcome.Done done ->
          id(after(noun(line, step).say(" complete"), elapsed), done.id().or(() -> shownId(step)));
      case Outcome.Failed failed ->
          after(noun(line, step).say(Style.ERROR, " failed"), elapsed)
              .say(": ")
              .sentence(failed.why().summary());
      case Outcome.Unknown unknown when unknown.why().code() == Code.INTERRUPTED ->
          after(noun(line, step).say(Style.WARNING, " interrupted"), elapsed);
      case Outcome.Unknown unknown ->
          after(noun(line, step).say(Style.ERROR, " has an unknown outcome"), elapsed)
              .say(": ")
              .sentence(unknown.why().summary());
      case Outcome.Stale stale ->
          noun(line, step)
              .say(Style.WARNING, " not made")
              .say(", because it moved since the plan: ")
              .sentence(stale.why().summary());
      case Outcome.NotBegun notBegun ->
          noun(line, step).say(Style.WARNING, " not begun").say(": ").data(notBegun.halt().words());
      case Outcome.Skipped skipped ->
          noun(line, step)
              .say(Style.WARNING, " not tried")
              .say(", because it rests on ")
              .data(skipped.because().toString());
    };
  }

  private static Line waiting(Line line, Wait wait) {
    return line.say(wait.reached() ? "; waits until it shows" : "; the API cannot be reached")
        .say(", ")
        .data(Elapsed.clock(wait.left()))
        .say(" left");
  }

  private static Line about(Step step) {
    return new Line().data(Style.TITLE, step.address().toString()).say(": ");
  }

  private static Line doing(Line line, Step step) {
    return switch (Verb.of(step.change())) {
      case CREATE -> line.say("Creating");
      case UPDATE -> line.say("Modifying");
      case DELETE -> named(line.say("Destroying"), step);
    };
  }

  private static Line stillDoing(Line line, Step step) {
    return switch (Verb.of(step.change())) {
      case CREATE -> line.say("Still creating");
      case UPDATE -> line.say("Still modifying");
      case DELETE -> named(line.say("Still destroying"), step);
    };
  }

  /** What is deleted is known by an id alone, which tells people nothing. */
  private static Line named(Line line, Step step) {
    return step.change() instanceof Change.Delete delete
        ? line.say(" ").quoted(delete.removal().name())
        : line;
  }

  private static Line noun(Line line, Step step) {
    return switch (Verb.of(step.change())) {
      case CREATE -> line.say("Creation");
      case UPDATE -> line.say("Modifications");
      case DELETE -> line.say("Destruction");
    };
  }

  private static Line after(Line line, Duration elapsed) {
    return line.say(" after ").data(Elapsed.words(elapsed));
  }

  private static Line id(Line line, Optional<String> id) {
    id.ifPresent(known -> line.say(" [id=").data(known).say("]"));
    return line;
  }

  static Optional<String> liveId(Step step) {
    return switch (step.change()) {
      case Change.Create create -> Optional.empty();
      case Change.Update update -> update.live().id();
      case Change.Delete delete -> delete.live().id();
    };
  }

  /** What is gone has no id any more. */
  private static Optional<String> shownId(Step step) {
    return step.change() instanceof Change.Delete ? Optional.empty() : liveId(step);
  }
}
