package dev.orgform.report.html;

import static dev.orgform.documents.Plans.desired;
import static dev.orgform.documents.Plans.json;
import static dev.orgform.documents.Plans.live;
import static dev.orgform.documents.Plans.liveProfile;
import static dev.orgform.documents.Plans.profile;
import static dev.orgform.documents.Plans.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Live;
import dev.orgform.model.Place;
import dev.orgform.model.Value;
import dev.orgform.plan.Planner;
import dev.orgform.plan.Survey;
import dev.orgform.report.findings.Redaction;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With redaction on, nobody is mentioned; with it off, the same page says who. */
final class PrivatePageTest {
  private static final List<String> PERSONAL =
      List.of(
          "alice@acme.example",
          "bob@acme.example",
          "carol@acme.example",
          "dave@acme.example",
          "555 0100",
          "555 0199",
          "1 Acme Way",
          "2 Acme Way",
          "Springfield");

  private static final Optional<Redaction> HIDING = Optional.of(new Redaction("salt"));

  @Test
  void aPlanMentionsNobody() throws IOException {
    var plan =
        Planner.plan(declared(), standing(), Set.of())
            .guardedBy(
                List.of(
                    any ->
                        List.of(
                            Diagnostic.error(Code.CONFLICT, "profile.acme: business_address")
                                .because(
                                    "The business_address is {\"line1\": \"1 Acme Way\"} here and"
                                        + " \"2 Acme Way\" there, says carol@acme.example.")
                                .todo("Ask dave@acme.example.")
                                .at(
                                    new Place(
                                        "main.yaml", 7, 3, 4, "  city: Springfield # carol")))));
    var document = PlanDocument.of(plan, "1");
    var lineage = Gallery.lineage(standing());

    var hidden = new StringBuilder();
    HtmlReport.plan(document, lineage, HIDING, hidden);
    assertThat(Judge.read(hidden.toString()).wholeText()).doesNotContain(PERSONAL);
    assertThat(Judge.read(hidden.toString()).html()).doesNotContain(PERSONAL);
    var shown = new StringBuilder();
    HtmlReport.plan(document, lineage, Optional.empty(), shown);
    assertThat(Judge.read(shown.toString()).wholeText()).contains(PERSONAL);
  }

  @Test
  void driftMentionsNobodyWhoDidIt() throws IOException {
    var survey = Survey.of(declared(), standing(), (address, field) -> false);
    var document =
        DriftDocument.of(survey, "1")
            .blaming(
                new Blamed(
                    List.of(
                        new Attribution(
                            new Address("profile", "acme"),
                            Optional.of("business_phone"),
                            Optional.of("carol@acme.example"),
                            Optional.empty(),
                            Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                            Optional.of("in the dashboard"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Attribution.Confidence.EXACT,
                            "")),
                    1),
                List.of());
    var lineage = Gallery.lineage(standing());

    var shown = new StringBuilder();
    HtmlReport.drift(document, lineage, Optional.empty(), shown);
    assertThat(Judge.read(shown.toString()).text())
        .contains("By carol@acme.example in the dashboard, 2026-11-20 10:00 UTC.", "555 0199");
    var hidden = new StringBuilder();
    HtmlReport.drift(document, lineage, HIDING, hidden);
    assertThat(Judge.read(hidden.toString()).wholeText()).doesNotContain(PERSONAL);
    assertThat(Judge.read(hidden.toString()).text()).contains("in the dashboard");
  }

  private static Desired declared() {
    return desired(
        wanted("acme", "Of bob@acme.example", Value.none()),
        profile(
            "acme",
            Map.of(
                "business_email", Value.text("alice@acme.example"),
                "business_phone", Value.text("+1 555 0100"),
                "business_address", address("1 Acme Way"))));
  }

  private static Live standing() {
    return live(
        live("acme", "a0", "Of bob@acme.example", Value.none()),
        liveProfile(
            "acme",
            Map.of(
                "business_email", Value.text("dave@acme.example"),
                "business_phone", Value.text("+1 555 0199"),
                "business_address", address("2 Acme Way"))));
  }

  private static Value address(String line) {
    return json(Map.of("line1", Value.text(line), "city", Value.text("Springfield")));
  }
}
