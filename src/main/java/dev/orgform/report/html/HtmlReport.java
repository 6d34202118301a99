package dev.orgform.report.html;

import dev.orgform.documents.AppliedPlan;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Redaction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plan or a survey as one HTML file that needs nothing else: no request leaves it, everything is
 * there to read without its script, and the same document gives the same bytes.
 *
 * <p>The page is written part by part, so that what is in memory beside the document is one finding
 * and the outline of the tree.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes what a plan would do.
   *
   * @param lineage what was read around it, so that the picture shows where the changes lie
   * @param redaction hides personal data; empty where it is to be shown
   */
  public static void plan(
      PlanDocument plan, Lineage lineage, Optional<Redaction> redaction, Appendable out)
      throws IOException {
    var words = new Words(new Privacy(redaction));
    new Page(
            new PlanVerdict(plan).verdict(words),
            plan.diagnostics(),
            new PlanCards(plan, words).all(),
            plan.unmanaged(),
            Landscape.of(lineage),
            reading(plan.requests()) + " Plan " + plan.hash() + ".",
            words)
        .write(out);
  }

  /**
   * Writes what became of a plan.
   *
   * @param lineage what was read around it before
   * @param redaction hides personal data; empty where it is to be shown
   */
  public static void applied(
      AppliedPlan applied, Lineage lineage, Optional<Redaction> redaction, Appendable out)
      throws IOException {
    var words = new Words(new Privacy(redaction));
    var plan = applied.plan();
    new Page(
            new AppliedVerdict(applied).verdict(words),
            Stream.concat(plan.diagnostics().stream(), applied.why().stream()).toList(),
            new PlanCards(plan.changing(applied.changes()), words, "was").changes(),
            plan.unmanaged(),
            Landscape.of(lineage),
            reading(plan.requests()) + " Plan " + plan.hash() + ".",
            words)
        .write(out);
  }

  /**
   * Writes how live stands to what is declared.
   *
   * @param lineage what was read around it
   * @param redaction hides personal data; empty where it is to be shown
   */
  public static void drift(
      DriftDocument drift, Lineage lineage, Optional<Redaction> redaction, Appendable out)
      throws IOException {
    var words = new Words(new Privacy(redaction));
    new Page(
            new DriftVerdict(drift).verdict(words),
            drift.diagnostics(),
            Drifts.all(drift, words),
            drift.unmanaged(),
            Landscape.of(lineage),
            reading(drift.requests()),
            words)
        .write(out);
  }

  /**
   * Writes why a run came to no document.
   *
   * @param command what was run: {@code plan} or {@code drift}
   * @param tool the version of orgform
   * @param redaction hides personal data; empty where it is to be shown
   */
  public static void failed(
      String command,
      String tool,
      List<Diagnostic> why,
      Optional<Redaction> redaction,
      Appendable out)
      throws IOException {
    var words = new Words(new Privacy(redaction));
    new Page(
            Verdict.failed(command, tool, why),
            why,
            List.of(),
            List.of(),
            Landscape.of(Lineage.NONE),
            "There is no document.",
            words)
        .write(out);
  }

  private static String reading(int requests) {
    return "Reading took " + Words.count(requests, "request", "requests") + ".";
  }
}
