package dev.orgform.report.formats;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Report;
import java.util.List;
import java.util.stream.Stream;

/** Reports in which everything that can be said is one text. */
final class Reports {
  private Reports() {}

  static Stream<Report> full(String text) {
    var plan = Plans.full(text);
    var drifted = Plans.fullOfDrift(text);
    return Stream.of(
        of(plan, text),
        of(drifted, text),
        Report.of(DriftDocument.of(Plans.survey(text), text), Lineage.NONE),
        Report.failed(Report.PLAN, text, List.of(Plans.diagnostic(text))));
  }

  static Report of(Plan plan, String tool) {
    var wanted =
        plan.steps().stream()
            .flatMap(
                step ->
                    switch (step.change()) {
                      case Change.Create create -> Stream.of(create.wanted());
                      case Change.Update update -> Stream.of(update.wanted());
                      case Change.Delete delete -> Stream.<Resource>of();
                    })
            .toList();
    var lineage = Lineage.of(wanted, plan.live().resources().all(), plan.live().undeclared().all());
    return Report.of(PlanDocument.of(plan, tool), lineage);
  }

  static Report drift() {
    return Report.of(DriftDocument.of(Plans.survey(), "1"), Lineage.NONE);
  }
}
