package dev.orgform.report.findings;

import dev.orgform.documents.AppliedPlan;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Source;
import dev.orgform.model.Diagnostic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that a renderer sees.
 *
 * @param command what was run: {@code plan}, {@code apply} or {@code drift}
 * @param tool the version of orgform
 * @param made when, where somebody said so
 * @param findings the worst first
 */
public record Report(
    String command, String tool, Optional<Instant> made, Summary summary, List<Finding> findings) {
  public static final String PLAN = "plan";
  public static final String APPLY = "apply";
  public static final String DRIFT = "drift";

  public Report {
    findings = List.copyOf(findings);
  }

  public static Report of(PlanDocument plan, Lineage lineage) {
    return new Report(PLAN, plan.tool(), plan.made(), Summary.of(plan), Findings.of(plan, lineage));
  }

  /** Of a plan that was applied, or was about to be. */
  public static Report of(AppliedPlan applied, Lineage lineage) {
    var plan = applied.plan();
    return new Report(
        APPLY, plan.tool(), plan.made(), Summary.of(applied), Findings.of(applied, lineage));
  }

  public static Report of(DriftDocument drift, Lineage lineage) {
    return new Report(
        DRIFT, drift.tool(), drift.made(), Summary.of(drift), Findings.of(drift, lineage));
  }

  /** Of a run that came to no document. */
  public static Report failed(String command, String tool, List<Diagnostic> diagnostics) {
    int errors = (int) diagnostics.stream().filter(Diagnostic::isError).count();
    return new Report(
        command, tool, Optional.empty(), new Summary.Failed(errors), Findings.of(diagnostics));
  }

  /** The same, with the files called as whoever reads it calls them. */
  public Report naming(UnaryOperator<String> files) {
    return new Report(
        command,
        tool,
        made,
        summary,
        findings.stream()
            .map(
                one ->
                    one.at(
                        one.place()
                            .map(at -> new Source(files.apply(at.file()), at.line(), at.column()))))
            .toList());
  }
}
