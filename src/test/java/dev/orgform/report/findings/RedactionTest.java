package dev.orgform.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Hostile;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {
  private static final Redaction REDACTION = new Redaction("");

  private static String hidden(String text) {
    return new Personal(text).hidden((sort, raw) -> "<" + sort + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to alice.b+c@acme.example. | write to <email>.",
        "a@b,c@d.e | <email>,<email>",
        "aa@bb@cc.dd | <email>@cc.dd",
        "call +1 (555) 010-0123 now | call <phone> now",
        "+49.30/1234567 | <phone>",
        "@org/team | @org/team",
        "+1 | +1",
        "1+1234567 | 1<phone>",
        "a @ b | a @ b",
        "3f00c1d2a4b5968778695a4b3c2d1e0f | 3f00c1d2a4b5968778695a4b3c2d1e0f",
      })
  void findsWhatIdentifiesPeople(String text, String expected) {
    assertThat(hidden(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void survivesWhateverComes(String text) {
    assertThat(hidden(text)).isNotNull();
    assertThat(hidden("x " + text)).startsWith("x");
  }

  static java.util.stream.Stream<String> strings() {
    return Hostile.strings();
  }

  @Test
  void allOfAPersonalFieldGoesAndWhatDiffersIsStillSeen() {
    var address = Plans.json(new TreeMap<>(Map.of("line1", Value.text("1 Acme Way"))));
    var other = Plans.json(new TreeMap<>(Map.of("line1", Value.text("2 Acme Way"))));
    var plan =
        dev.orgform.plan.Planner.plan(
            Plans.desired(
                Plans.wanted("acme", "Acme", Value.none()),
                Plans.profile(
                    "acme",
                    Map.of(
                        "business_address", other,
                        "business_phone", Value.text("555 0100"),
                        "business_name", Value.text("Acme, or alice@acme.example")))),
            Plans.live(
                Plans.live("acme", "a0", "Acme", Value.none()),
                Plans.liveProfile(
                    "acme",
                    Map.of(
                        "business_address", address,
                        "business_phone", Value.text(""),
                        "business_name", Value.text("Acme")))),
            java.util.Set.of());
    var report = REDACTION.of(Report.of(PlanDocument.of(plan, "1"), Lineage.NONE));

    assertThat(report.toString())
        .doesNotContain("Acme Way", "555", "alice")
        .contains("Acme, or email:");
    var fields = report.findings().getFirst().fields();
    assertThat(fields)
        .anySatisfy(
            field -> {
              assertThat(field.field()).isEqualTo("business_address");
              assertThat(field.before()).isNotEqualTo(field.after());
            });
    assertThat(new Redaction("salt").of(Report.of(PlanDocument.of(plan, "1"), Lineage.NONE)))
        .isNotEqualTo(report);
    assertThat(REDACTION.of(Report.of(PlanDocument.of(plan, "1"), Lineage.NONE))).isEqualTo(report);
  }

  @Test
  void aSentenceAboutAPersonalFieldQuotesNothing() {
    var conflict =
        dev.orgform.model.Diagnostic.error(
                dev.orgform.model.Code.CONFLICT, "The business_phone of profile.acme changed")
            .because("Before it was \"555 0100\"; head says {\"a\":\"555 0101\"}.");
    var report = REDACTION.of(Report.failed(Report.PLAN, "1", java.util.List.of(conflict)));
    assertThat(report.findings().getFirst().advice())
        .doesNotContain("555")
        .matches("Before it was \"phone:[0-9a-f]{6}\"; head says \"phone:[0-9a-f]{6}\"\\.");
  }
}
