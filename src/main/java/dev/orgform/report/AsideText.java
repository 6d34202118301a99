package dev.orgform.report;

import dev.orgform.documents.AdoptedObject;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Touching;
import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan says before its changes: what others changed, and what it meets for the first time.
 */
final class AsideText {
  /** The most objects of one sort that are shown. */
  private static final int SHOWN = 50;

  private final PlanDocument plan;

  AsideText(PlanDocument plan) {
    this.plan = plan;
  }

  /** Nothing where there is nothing of the sort. */
  Page all() {
    return new Page().add(drift()).gap().add(adoption());
  }

  /**
   * Only what the plan has to do with is shown, and in one that is refused what the errors are
   * about, because nothing else is to be decided now.
   */
  private Page drift() {
    var page = new Page();
    var drifted =
        plan.drift().stream().filter(one -> one.state() != DriftedObject.State.IGNORED).toList();
    var shown = plan.refused() ? concerned(drifted) : Touching.of(plan);
    if (!shown.isEmpty()) {
      header(page).say(Style.TITLE, "Objects have changed outside of orgform");
      page.gap().line().say("orgform found these not as the YAML declares them:");
      page.gap().add(DriftedText.some(shown, SHOWN)).gap();
    }
    if (shown.size() < drifted.size()) {
      header(page)
          .number(drifted.size() - (long) shown.size())
          .say(shown.isEmpty() ? "" : " more")
          .say(drifted.size() - shown.size() == 1 ? " object" : " objects")
          .say(" changed outside of orgform")
          .say(plan.refused() ? "; " : " where this plan changes nothing; ")
          .say("`orgform drift` shows more.");
    }
    if (!drifted.isEmpty() && !plan.refused()) {
      remedy(page.gap());
    }
    ignored(page.gap(), plan.drift().size() - drifted.size());
    return page;
  }

  private static Line header(Page page) {
    return page.line().say(Style.NOTE, "Note: ");
  }

  private List<DriftedObject> concerned(List<DriftedObject> drifted) {
    Set<Address> wrong =
        plan.diagnostics().stream()
            .filter(Diagnostic::isError)
            .flatMap(one -> one.address().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return drifted.stream().filter(one -> wrong.contains(one.address())).toList();
  }

  private static void ignored(Page page, int count) {
    if (count > 0) {
      header(page)
          .number(count)
          .say(count == 1 ? " object differs" : " objects differ")
          .say(" where the guard file says that it is nobody's business.");
    }
  }

  private static void remedy(Page page) {
    page.line()
        .say("The YAML did not change there, so this plan leaves it as it is. To have it as");
    page.line().say("declared, add --converge; to keep what is live, write that into the YAML.");
  }

  private Page adoption() {
    var page = new Page();
    if (plan.adopted().isEmpty()) {
      return page;
    }
    page.line().say("What exists and is declared for the first time:");
    for (var object : plan.adopted().stream().limit(SHOWN).toList()) {
      page.gap().add(adoption(object));
    }
    if (plan.adopted().size() > SHOWN) {
      page.gap().add(More.ofReport(2, plan.adopted().size() - (long) SHOWN));
    }
    return page;
  }

  private static Page adoption(AdoptedObject object) {
    var page = new Page();
    page.line()
        .say("  # ")
        .data(Style.TITLE, object.address().toString())
        .say(isLeftOut(object) ? " is not on a list that is new" : " will be adopted");
    DriftedText.declared(page.line(), object.source()).say(")");
    if (isLeftOut(object)) {
      page.line()
          .say("  # (")
          .say(Style.WARNING, "take-over: ")
          .say("whom the list does not name is removed below)");
    } else if (!object.takenOver().isEmpty()) {
      page.line()
          .say("  # (")
          .say(Style.WARNING, "take-over: ")
          .add(names(object.takenOver()))
          .say(object.takenOver().size() == 1 ? " holds" : " hold")
          .say(" something else, which is overwritten below)");
    }
    var line =
        (isLeftOut(object) ? Mark.DESTROY : Mark.ADOPT)
            .on(page.line().spaces(2))
            .data(object.address().kind())
            .say(" ")
            .quoted(object.address().key());
    if (!object.name().isEmpty()) {
      line.say(" name=").quoted(object.name());
    }
    object.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    return page;
  }

  private static boolean isLeftOut(AdoptedObject object) {
    return !object.takenOver().isEmpty()
        && object.takenOver().stream().allMatch(one -> one.after() instanceof Value.None);
  }

  private static Line names(List<FieldChange> fields) {
    var line = new Line();
    for (var field : fields) {
      line.say(line.isEmpty() ? "" : ", ").data(field.field());
    }
    return line;
  }
}
