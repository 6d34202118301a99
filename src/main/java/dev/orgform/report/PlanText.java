package dev.orgform.report;

import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Verb;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.List;

/**
 * A plan as people read it, in Terraform's notation and with its summary lines; the same for a plan
 * that was just made and for one that was saved.
 */
public final class PlanText {
  /** So many errors are worth a line beside the plan. */
  private static final int ERRORS = 20;

  private PlanText() {}

  /**
   * The whole plan: what others changed, changes in an order that works, notes, diagnostics,
   * summary.
   */
  public static Page of(PlanDocument plan) {
    var page = new Page();
    page.add(ReachText.of(plan)).gap();
    page.add(new AsideText(plan).all()).gap();
    if (!plan.changes().isEmpty()) {
      page.add(heading(plan));
    }
    for (var change : plan.changes()) {
      page.gap().add(ChangeText.of(change));
    }
    page.gap().add(PlanNotes.unmanaged(plan));
    page.gap().add(PlanNotes.confirmations(plan));
    page.gap().add(DiagnosticsText.of(plan.diagnostics()));
    return page.gap().add(summary(plan)).add(PlanNotes.requests(plan));
  }

  /** The summary alone: what tools look for, in one line or two. */
  public static Page summary(PlanDocument plan) {
    var page = new Page();
    if (plan.refused()) {
      page.line()
          .say(Style.TITLE, "Planning failed.")
          .say(" The errors above must be dealt with first.");
    } else if (plan.changes().isEmpty()) {
      page.line().say(Style.ADD, "No changes.").add(standing(plan));
    }
    if (!plan.refused() && !plan.changes().isEmpty()) {
      page.add(counts(plan));
    }
    return page;
  }

  /** What {@code apply} still wants of a person, as it is typed; the plan says of each why. */
  public static List<String> flags(PlanDocument plan) {
    return plan.missing().stream().map(missing -> PlanNotes.flag(missing, plan)).toList();
  }

  /** Only the errors, a line for each, for whoever does not see the plan that holds them whole. */
  public static Page errors(PlanDocument plan) {
    var errors = plan.diagnostics().stream().filter(Diagnostic::isError).toList();
    var page = new Page();
    errors.stream()
        .limit(ERRORS)
        .forEach(
            one ->
                page.add(
                    DiagnosticsText.title(one)
                        .say(Style.QUIET, " (")
                        .data(Style.QUIET, one.code().word())
                        .say(Style.QUIET, ")")));
    if (errors.size() > ERRORS) {
      page.line().say("and ").number(errors.size() - (long) ERRORS).say(" more errors");
    }
    page.line().say("Planning failed. The plan on standard output says more of each.");
    return page;
  }

  /** Drift matches no configuration, so that Terraform's sentence would be a lie there. */
  private static Line standing(PlanDocument plan) {
    boolean drifted =
        plan.drift().stream().anyMatch(one -> one.state() != DriftedObject.State.IGNORED);
    boolean partial = plan.diagnostics().stream().anyMatch(one -> one.code() == Code.PARTIAL_PLAN);
    if (partial) {
      return new Line().say(Style.TITLE, " Nothing that -target and -exclude leave is to be done.");
    }
    if (plan.diagnostics().stream().anyMatch(one -> one.code() == Code.FILES_STAY)) {
      return new Line().say(Style.TITLE, " All that a rollback can bring back is as it was.");
    }
    return drifted
        ? new Line().say(Style.TITLE, " The YAML asks for nothing new, and drift is left alone.")
        : new Line().say(Style.TITLE, " Your infrastructure matches the configuration.");
  }

  static Line counts(PlanDocument plan) {
    var counts = plan.counts();
    var line =
        new Line()
            .say(Style.TITLE, "Plan:")
            .say(" ")
            .number(counts.add())
            .say(" to add, ")
            .number(counts.change())
            .say(" to change, ")
            .number(counts.destroy())
            .say(" to destroy.");
    long moves = plan.changes().stream().filter(PlannedChange::isMove).count();
    if (moves > 0) {
      line.say(Style.CHANGE, " Moves: ").number(moves).say(".");
    }
    if (!plan.adopted().isEmpty()) {
      line.say(Style.NOTE, " Adopted: ").number(plan.adopted().size()).say(".");
    }
    long oneWay = plan.changes().stream().filter(PlannedChange::oneWay).count();
    if (oneWay > 0) {
      line.say(Style.ONE_WAY, " One-way: ").number(oneWay).say(".");
    }
    return line;
  }

  private static Page heading(PlanDocument plan) {
    var page = new Page();
    page.line().say("Resource actions are indicated with the following symbols:");
    if (plan.changes().stream().anyMatch(change -> change.verb() == Verb.CREATE)) {
      Mark.ADD.on(page.line().spaces(2)).say("create");
    }
    if (plan.changes().stream().anyMatch(change -> Mark.of(change) == Mark.CHANGE)) {
      Mark.CHANGE.on(page.line().spaces(2)).say("update in-place");
    }
    if (plan.changes().stream().anyMatch(PlannedChange::isMove)) {
      Mark.MOVE.on(page.line().spaces(2)).say("move: under another organization");
    }
    if (plan.changes().stream().anyMatch(change -> change.verb() == Verb.DELETE)) {
      Mark.DESTROY.on(page.line().spaces(2)).say("destroy");
    }
    if (!plan.adopted().isEmpty()) {
      Mark.ADOPT.on(page.line().spaces(2)).say("adopt: it exists already");
    }
    if (plan.changes().stream().anyMatch(PlannedChange::oneWay)) {
      page.line().say(Style.ONE_WAY, "  ! ").say("one-way: cannot be undone by this tool");
    }
    page.gap();
    if (plan.refused()) {
      page.line().say("orgform planned the following actions, but there are errors:");
    } else {
      page.line().say("orgform will perform the following actions:");
    }
    return page;
  }
}
