package dev.orgform.report.html;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import java.io.IOException;

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
   * @param landscape what was read around it, so that the picture shows where the changes lie
   */
  public static void plan(PlanDocument plan, Landscape landscape, Privacy privacy, Appendable out)
      throws IOException {
    var words = new Words(privacy);
    new Page(
            new PlanVerdict(plan).verdict(words),
            plan.diagnostics(),
            new PlanCards(plan, words).all(),
            plan.unmanaged(),
            landscape,
            "Reading took "
                + Words.count(plan.requests(), "request", "requests")
                + ". Plan "
                + plan.hash()
                + ".",
            words)
        .write(out);
  }

  /** Writes how live stands to what is declared. */
  public static void drift(
      DriftDocument drift, Landscape landscape, Privacy privacy, Appendable out)
      throws IOException {
    var words = new Words(privacy);
    new Page(
            new DriftVerdict(drift).verdict(words),
            drift.diagnostics(),
            Drifts.all(drift, words),
            drift.unmanaged(),
            landscape,
            "Reading took " + Words.count(drift.requests(), "request", "requests") + ".",
            words)
        .write(out);
  }
}
