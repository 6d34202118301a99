package dev.orgform.report.html;

import dev.orgform.documents.LiveObject;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Severity;
import dev.orgform.report.html.Verdict.Alert;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One report from top to bottom: the first screen, the findings, the tree, the notes.
 *
 * @param verdict what it comes to
 * @param drafts the findings, in the order of the document
 * @param unmanaged what lives and is declared nowhere
 * @param landscape where the findings lie
 * @param foot what it took
 */
record Page(
    Verdict verdict,
    List<Diagnostic> diagnostics,
    List<Draft> drafts,
    List<LiveObject> unmanaged,
    Landscape landscape,
    String foot,
    Words words) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  void write(Appendable out) throws IOException {
    var pen = new Pen(out);
    Head.of("orgform " + verdict.what() + ": " + verdict.headline()).on(pen);
    verdict.on(pen);
    for (var error : diagnostics.stream().filter(Diagnostic::isError).toList()) {
      Notice.of(error, words).on(pen);
    }
    pen.say("</section>\n");
    var findings = new Findings(drafts);
    var grove = grove(findings);
    contents(grove).on(pen);
    findings.on(pen, grove);
    tree(pen, grove);
    notes(pen);
    new Foot(foot).on(pen);
  }

  private Grove grove(Findings findings) {
    var grove = new Grove(landscape);
    unmanaged.forEach(grove::add);
    int number = 0;
    for (var draft : findings.all()) {
      grove.add(draft, ++number);
    }
    return grove;
  }

  private Contents contents(Grove grove) {
    return new Contents(drafts.size(), grove.size(), others().size(), unmanaged.size());
  }

  private void tree(Pen pen, Grove grove) throws IOException {
    if (grove.isEmpty()) {
      return;
    }
    pen.say("<section id=\"tree\" aria-labelledby=\"tree-title\">\n");
    pen.say("<h2 id=\"tree-title\">Organizations</h2>\n");
    new Tree(grove.roots(), words).on(pen);
    pen.say("</section>\n");
  }

  private void notes(Pen pen) throws IOException {
    var others = others();
    if (others.isEmpty() && unmanaged.isEmpty()) {
      return;
    }
    pen.say("<section id=\"notes\" aria-labelledby=\"notes-title\">\n");
    pen.say("<h2 id=\"notes-title\">Notes</h2>\n");
    for (var other : others) {
      Notice.of(other, words).on(pen);
    }
    new Undeclared(Drifts.unmanaged(unmanaged), words).on(pen);
    pen.say("</section>\n");
  }

  private List<Diagnostic> others() {
    return diagnostics.stream().filter(one -> !one.isError()).toList();
  }

  /** A time to the minute, the same everywhere. */
  static String time(Instant when) {
    return TIME.format(when);
  }

  /** Says on the first screen that there are warnings further down. */
  static void warnings(List<Diagnostic> diagnostics, List<Alert> alerts) {
    long warnings = diagnostics.stream().filter(one -> one.severity() == Severity.WARNING).count();
    if (warnings > 0) {
      alerts.add(
          new Alert(
              "warn",
              "Notes",
              Words.count(warnings, "warning is", "warnings are") + " at the end of the page.",
              Optional.empty()));
    }
  }
}
