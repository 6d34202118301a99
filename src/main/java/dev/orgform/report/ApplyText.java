package dev.orgform.report;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Outcome;
import dev.orgform.documents.Verb;
import dev.orgform.model.Code;
import dev.orgform.plan.Change;
import dev.orgform.plan.Step;
import java.util.Set;
import java.util.function.Predicate;

/** What became of a plan, honestly: counted from what happened, never from what was planned. */
public final class ApplyText {
  /** The most problems that are told one by one; the others are alike more often than not. */
  private static final int TOLD = 20;

  /** The most steps that are named under one heading. */
  private static final int NAMED = 50;

  private static final Set<Code> NAMED_BELOW = Set.of(Code.STEP_SKIPPED, Code.STEP_NOT_BEGUN);

  private ApplyText() {}

  /**
   * Why steps did not get done; steps that were only skipped, or not begun, are left to {@link
   * #summary}, which names them.
   */
  public static Page problems(Applied applied) {
    var problems =
        applied.diagnostics().stream().filter(one -> !NAMED_BELOW.contains(one.code())).toList();
    var page = DiagnosticsText.of(problems.stream().limit(TOLD).toList());
    if (problems.size() > TOLD) {
      page.gap().line().say("And ").number(problems.size() - (long) TOLD).say(" errors more.");
    }
    return page;
  }

  /** The last words: one line when all is done, else what was done, what was not, and what next. */
  public static Page summary(Applied applied) {
    var page = new Page().add(counts(applied));
    if (!applied.complete()) {
      rest(page, applied);
    }
    return page;
  }

  static Line counts(Applied applied) {
    var line = new Line();
    if (applied.complete()) {
      line.say(Style.ADD, "Apply complete!");
    } else {
      line.say(Style.ERROR, "Apply incomplete!");
    }
    var counts = applied.counts();
    return line.say(" Resources: ")
        .number(counts.add())
        .say(" added, ")
        .number(counts.change())
        .say(" changed, ")
        .number(counts.destroy())
        .say(" destroyed.");
  }

  private static void rest(Page page, Applied applied) {
    named(page, new Line().say("Done:"), applied, Outcome.Done.class::isInstance);
    named(
        page,
        new Line().say("Failed, and so not done:"),
        applied,
        Outcome.Failed.class::isInstance);
    named(
        page,
        new Line().say("Sent, and nobody can tell whether it took effect:"),
        applied,
        outcome ->
            outcome instanceof Outcome.Unknown && !isInterrupted(outcome) && !isUnseen(outcome));
    named(
        page,
        new Line().say("Answered as done, and not seen since:"),
        applied,
        ApplyText::isUnseen);
    named(
        page,
        new Line().say("Sent, and interrupted before it was seen:"),
        applied,
        ApplyText::isInterrupted);
    named(
        page,
        new Line().say("Not done, because somebody changed it since the plan:"),
        applied,
        Outcome.Stale.class::isInstance);
    for (var halt : Outcome.Halt.values()) {
      named(
          page,
          new Line().say("Not begun: ").data(halt.words()).say("."),
          applied,
          new Outcome.NotBegun(halt)::equals);
    }
    named(
        page,
        new Line().say("Not tried, because it rests on something that is not done:"),
        applied,
        Outcome.Skipped.class::isInstance);
    var ends = applied.outcomes().values();
    page.gap()
        .line()
        .say("What is done stays done. ")
        .say(
            ends.stream().allMatch(ApplyText::isStop)
                ? "To go on, plan and apply again: the plan"
                : "Deal with the errors, then plan and apply again: the plan");
    boolean unknown =
        ends.stream().anyMatch(one -> one instanceof Outcome.Unknown && !isInterrupted(one));
    page.line()
        .say("reads what is live, so it shows what is left")
        .say(unknown ? ", and whether the unknown took effect." : ".");
  }

  private static boolean isInterrupted(Outcome outcome) {
    return outcome instanceof Outcome.Unknown unknown && unknown.why().code() == Code.INTERRUPTED;
  }

  private static boolean isUnseen(Outcome outcome) {
    return outcome instanceof Outcome.Unknown unknown && unknown.why().code() == Code.NOT_SEEN;
  }

  /** Whether nothing is wrong with it but that somebody stopped the run. */
  private static boolean isStop(Outcome outcome) {
    return outcome.isDone()
        || isInterrupted(outcome)
        || outcome.equals(new Outcome.NotBegun(Outcome.Halt.STOPPED));
  }

  private static void named(Page page, Line heading, Applied applied, Predicate<Outcome> which) {
    var steps = applied.plan().steps().stream().filter(step -> which.test(outcome(applied, step)));
    var found = steps.toList();
    if (found.isEmpty()) {
      return;
    }
    page.gap().add(heading);
    found.stream().limit(NAMED).forEach(step -> page.add(line(applied, step)));
    if (found.size() > NAMED) {
      page.line().say("    and ").number(found.size() - (long) NAMED).say(" more");
    }
  }

  private static Outcome outcome(Applied applied, Step step) {
    return applied.outcomes().getOrDefault(step.address(), new Outcome.Skipped(step.address()));
  }

  private static Line line(Applied applied, Step step) {
    var line = Mark.of(Verb.of(step.change())).on(new Line().spaces(2));
    line.data(step.address().toString());
    if (step.change() instanceof Change.Delete delete) {
      line.say(" (").quoted(delete.removal().name()).say(")");
    }
    if (outcome(applied, step) instanceof Outcome.Done done) {
      done.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    }
    return line;
  }
}
