package dev.orgform.cli;

import dev.orgform.config.Commit;
import dev.orgform.report.Line;
import dev.orgform.store.Entry;
import dev.orgform.store.Noted;
import dev.orgform.store.Past;

/** What a journal says, a line each. */
final class Told {
  private Told() {}

  /** One run: its number, when, how it ended, and what it left open. */
  static Line of(Past.Told told) {
    var run = told.run();
    var line =
        new Line()
            .data("%4d".formatted(told.number()))
            .say("  ")
            .data(run.at().toString())
            .say("  ")
            .data(run.id())
            .say("  ")
            .data(run.command());
    run.commit().ifPresent(commit -> line.say("  ").data(shortened(commit)));
    if (told.finished().isEmpty()) {
      line.say("  did not finish");
    } else {
      line.say("  exit ").number(told.finished().get().exit());
      told.finished()
          .get()
          .counts()
          .forEach((what, count) -> line.say("  ").data(what).say(" ").number(count));
    }
    return told.open().isEmpty() ? line : line.say("  open creates: ").number(told.open().size());
  }

  static Line of(Noted note) {
    var line = new Line().data(note.at().toString()).say("  ");
    return switch (note.entry()) {
      case Entry.Began began -> began(line, began);
      case Entry.Planned planned ->
          line.say("is about to apply ").number(planned.images().size()).say(" steps");
      case Entry.Opened opened ->
          line.say("is about to create ")
              .data(opened.intent().address().toString())
              .say(" named ")
              .quoted(opened.intent().name())
              .say(" (intent ")
              .data(opened.intent().id())
              .say(")");
      case Entry.Sent sent -> sent(line, sent);
      case Entry.Answered answered -> answered(line, answered);
      case Entry.Learned learned ->
          line.say("intent ")
              .data(learned.intent())
              .say(" got the id ")
              .data(learned.organization());
      case Entry.Closed closed -> closed(line.say("intent ").data(closed.intent()), closed);
      case Entry.Ended ended ->
          ended(line.data(ended.step().toString()).say(" is ").data(ended.outcome()), ended);
      case Entry.Finished finished -> line.say("finished with exit ").number(finished.exit());
    };
  }

  private static Line ended(Line line, Entry.Ended ended) {
    return ended.detail().isEmpty() ? line : line.say(": ").sentence(ended.detail());
  }

  private static Line sent(Line line, Entry.Sent sent) {
    line.say("#").number(sent.number()).say("  ").data(sent.request());
    sent.step().ifPresent(step -> line.say("  for ").data(step.toString()));
    return line;
  }

  private static Line began(Line line, Entry.Began began) {
    line.say("began ").data(began.run().command());
    began.run().commit().ifPresent(commit -> line.say(" of commit ").data(commit));
    return line.say(" with orgform ")
        .data(began.run().version())
        .say(" on ")
        .data(began.estate().toString());
  }

  private static String shortened(String commit) {
    return Commit.isId(commit) ? new Commit(commit).abbreviated() : commit;
  }

  private static Line answered(Line line, Entry.Answered answered) {
    line.say("#").number(answered.number()).say("  -> ").data(answered.verdict());
    answered.status().ifPresent(status -> line.say(" ").number(status));
    answered.ray().ifPresent(ray -> line.say(" (ray ").data(ray).say(")"));
    return line;
  }

  private static Line closed(Line line, Entry.Closed closed) {
    return switch (closed.ending()) {
      case Entry.Ending.Seen seen -> line.say(" was seen as ").data(seen.organization());
      case Entry.Ending.NotHappened notHappened -> line.say(" did not happen");
      case Entry.Ending.Rejected rejected -> line.say(" was refused or not sent");
    };
  }
}
