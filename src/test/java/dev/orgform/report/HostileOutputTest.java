package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.Hostile;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.documents.Schemas;
import dev.orgform.model.Address;
import dev.orgform.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever strangers write, what goes out is lines of visible text and no command to anybody. */
final class HostileOutputTest {
  private static final Instant WHEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Schemas EVENTS = Schemas.event();

  static Stream<String> strings() {
    return Hostile.strings();
  }

  @Test
  void thereAreMany() {
    assertThat(strings().distinct().count()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void plan(String text) {
    var page = Sinks.checked(PlanText.of(PlanDocument.of(Plans.full(text), text)));
    assertThat(page.lines().filter(line -> line.startsWith("Planning failed. "))).hasSize(1);
    assertThat(page.lines().filter(line -> line.startsWith("  ~ "))).isNotEmpty();
    assertThat(page.lines().filter(line -> line.startsWith("╷"))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void drift(String text) {
    var plan = PlanDocument.of(Plans.fullOfDrift(text), text);
    var drift = Sinks.checked(DriftedText.some(plan.drift(), 50));
    assertThat(drift.lines().filter(line -> line.startsWith("  # organization.gone "))).hasSize(1);
    var page = Sinks.checked(PlanText.of(plan));
    assertThat(page.lines().filter(line -> line.startsWith("  = "))).hasSize(1);
    assertThat(EventStream.plan(plan, WHEN))
        .allMatch(line -> line.matches("\\{[ -~]*+") && !line.contains("##"))
        .allSatisfy(line -> assertThat(EVENTS.complaints(line)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void survey(String text) {
    var document = DriftDocument.of(Plans.survey(text), text);
    var page = Sinks.checked(DriftText.of(document));
    assertThat(page.lines().filter(line -> line.startsWith("Coverage: "))).hasSize(1);
    assertThat(page.lines().filter(line -> line.startsWith("    organization "))).hasSize(2);
    assertThat(document.line()).matches("\\{[ -~]*+").doesNotContain("##");
    assertThat(Schemas.drift().complaints(document.line())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strings")
  void diagnostics(String text) {
    var page = Sinks.checked(DiagnosticsText.of(List.of(Plans.diagnostic(text))));
    assertThat(page.lines().filter(line -> line.startsWith("╷"))).hasSize(1);
    assertThat(page.lines()).allMatch(line -> "╷│╵".indexOf(line.charAt(0)) >= 0);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void events(String text) {
    for (var step : Plans.full(text).steps()) {
      for (var event : Runs.events(step, text)) {
        assertThat(Sinks.checked(new Page().add(EventText.of(event))).lines()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void summaries(String text) {
    for (var outcome : Runs.outcomes(text)) {
      var applied = Runs.applied(Plans.full(text), outcome);
      Sinks.checked(ApplyText.problems(applied));
      Sinks.checked(ApplyText.summary(applied));
      Sinks.checked(AppliedTree.of(applied));
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void tree(String text) {
    var node =
        new TreeText.Node(
            Address.undeclared("organization", text),
            text,
            Optional.of(text),
            Optional.empty(),
            true,
            List.of("profile", text),
            Mark.ADD);
    assertThat(Sinks.checked(TreeText.of(List.of(node))).lines()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void stream(String text) {
    var plan = Plans.full(text);
    var lines = new ArrayList<String>();
    lines.add(EventStream.version(text, WHEN));
    lines.add(EventStream.log(Severity.NOTE, text, WHEN));
    lines.addAll(EventStream.plan(PlanDocument.of(plan, text), WHEN));
    for (var step : plan.steps()) {
      Runs.events(step, text).forEach(event -> lines.add(EventStream.event(event, WHEN)));
    }
    for (var outcome : Runs.outcomes(text)) {
      lines.addAll(EventStream.applied(Runs.applied(plan, outcome), WHEN));
    }
    assertThat(lines).allMatch(line -> line.matches("\\{[ -~]*+") && !line.contains("##"));
    assertThat(lines).allSatisfy(line -> assertThat(EVENTS.complaints(line)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void anyTwoNextToEachOther(String text) {
    var line = new Line().data("#").data(text).quoted(text).data("#").data("#[x]").say(":");
    Sinks.checked(new Page().add(line));
    Sinks.checked(new Page().add(new Line().data(":").data(text)));
    Sinks.checked(new Page().add(new Line().spaces(3).data(":").data(":error::")));
  }
}
