package dev.orgform.cli;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Value;
import dev.orgform.report.findings.Redaction;
import dev.orgform.report.html.HtmlReport;
import dev.orgform.report.html.Landscape;
import dev.orgform.report.html.Privacy;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The HTML report as text.
 *
 * @param privacy what becomes of personal data
 */
record HtmlPage(Privacy privacy) {

  static HtmlPage open() {
    return new HtmlPage(Privacy.open());
  }

  /** Where personal data is replaced. */
  static HtmlPage redacted(Redaction redaction) {
    return new HtmlPage(
        new Privacy() {
          @Override
          public String text(String raw) {
            return redaction.text(raw);
          }

          @Override
          public Value value(String field, Value value) {
            return redaction.value(field, value);
          }
        });
  }

  String of(PlanDocument plan) {
    return written(page -> HtmlReport.plan(plan, Landscape.unknown(), privacy, page));
  }

  String of(DriftDocument drift) {
    return written(page -> HtmlReport.drift(drift, Landscape.unknown(), privacy, page));
  }

  private interface Writing {
    void onto(StringBuilder page) throws IOException;
  }

  private static String written(Writing writing) {
    var page = new StringBuilder();
    try {
      writing.onto(page);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }
}
