package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.PlanDocument;
import dev.orgform.report.Ink;
import dev.orgform.report.PlanText;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Report;
import dev.orgform.report.html.HtmlReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever approves a plan knows how long the API's limit makes it take. */
class DurationTest {
  private static PlanDocument plan(int requests) {
    return new RandomPlans(new Random(1)).plan(requests, List.of());
  }

  private static String html(PlanDocument plan) throws IOException {
    var page = new StringBuilder();
    HtmlReport.plan(plan, Lineage.NONE, Optional.empty(), page);
    return page.toString();
  }

  @Test
  void isSaidWhereItIsMoreThanAMinute() throws IOException {
    // And the one of the reading.
    var plan = plan(3_033);
    assertThat(PlanText.of(plan).in(Ink.PLAIN))
        .contains(
            "applying takes about 3033 more, with ",
            "\nThat takes at least 15 minutes: 1000 requests are sent in 5 minutes, and --reserve"
                + " keeps the rest for people.");
    assertThat(Comment.of(Report.of(plan, Lineage.NONE), Room.COMMENT, "k"))
        .contains(
            "\n- Duration: at least 15 minutes, because 1000 requests are sent in 5 minutes.");
    assertThat(html(plan)).contains(" That takes at least 15 minutes");
  }

  @Test
  void isNotSaidWhereTheNetworkAloneDecides() throws IOException {
    var plan = plan(999);
    assertThat(PlanText.of(plan).in(Ink.PLAIN)).doesNotContain(" minutes");
    assertThat(Comment.of(Report.of(plan, Lineage.NONE), Room.COMMENT, "k"))
        .doesNotContain("Duration");
    assertThat(html(plan)).doesNotContain("at least");
  }
}
