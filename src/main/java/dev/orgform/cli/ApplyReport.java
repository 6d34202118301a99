package dev.orgform.cli;

import dev.orgform.apply.Applied;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.findings.Lineage;
import java.util.List;

/** The reports of an apply: what was done once that is known, and until then what is planned. */
record ApplyReport(Reporting reporting, Output output, PlanDocument plan, Lineage lineage) {

  /** Whether there will be a report where one was asked for; where not, it has been said why. */
  boolean isPossible() {
    var trouble = reporting.beforehand(plan, lineage);
    output.diagnostics(trouble);
    return trouble.stream().noneMatch(Diagnostic::isError);
  }

  /** Nothing is applied, because of the plan's own errors or of more. */
  void refused(List<Diagnostic> more) {
    output.diagnostics(reporting.plan(plan.noting(more), lineage));
  }

  void applied(Applied applied, List<Diagnostic> more) {
    output.diagnostics(reporting.applied(plan, lineage, applied, more));
  }
}
