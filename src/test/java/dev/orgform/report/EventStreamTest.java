package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.documents.Schemas;
import dev.orgform.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EventStreamTest {
  private static final Instant WHEN = Instant.parse("2026-11-21T10:00:00.5Z");
  private static final Schemas SCHEMA = Schemas.event();

  @Test
  void beginsWithTheVersion() {
    assertThat(checked(EventStream.version("0.1.0", WHEN)))
        .isEqualTo(
            "{\"@level\":\"info\",\"@message\":\"orgform 0.1.0\",\"@module\":\"orgform.ui\","
                + "\"@timestamp\":\"2026-11-21T10:00:00.500000Z\",\"orgform\":\"0.1.0\","
                + "\"type\":\"version\",\"ui\":\"1.3\"}");
  }

  @Test
  void tellsThePlan() {
    var lines = EventStream.plan(PlanDocument.of(Plans.refused(), "0"), WHEN);
    assertThat(lines).hasSize(5).allSatisfy(EventStreamTest::checked);
    assertThat(lines.getFirst())
        .contains("\"@message\":\"organization.acme: Plan to create\"")
        .contains("\"type\":\"planned_change\"")
        .contains("\"action\":\"create\"")
        .contains("\"resource_type\":\"cloudflare_organization\"");
    assertThat(lines.get(3)).contains("\"@level\":\"error\"").contains("\"code\":\"key-needed\"");
    assertThat(lines.getLast())
        .contains("\"@message\":\"Plan: 3 to add, 0 to change, 0 to destroy.\"")
        .contains("\"add\":3,\"change\":0,\"import\":0,\"remove\":0,\"operation\":\"plan\"");
  }

  @Test
  void tellsTheApply() {
    var plan = Plans.creation();
    var step = plan.steps().getFirst();
    assertThat(checked(EventStream.event(new Event.Started(step), WHEN)))
        .contains("\"type\":\"apply_start\"")
        .contains("\"@message\":\"organization.acme: Creating...\"");
    assertThat(checked(EventStream.event(new Event.Still(step, Duration.ofSeconds(10)), WHEN)))
        .contains("\"type\":\"apply_progress\"")
        .contains("\"elapsed_seconds\":10");
    var done = new Outcome.Done(Optional.of("9f"));
    assertThat(checked(EventStream.event(new Event.Ended(step, done, Duration.ZERO), WHEN)))
        .contains("\"type\":\"apply_complete\"")
        .contains("\"id_key\":\"id\",\"id_value\":\"9f\"");
    var skipped = new Outcome.Skipped(step.address());
    assertThat(checked(EventStream.event(new Event.Ended(step, skipped, Duration.ZERO), WHEN)))
        .contains("\"type\":\"apply_errored\"")
        .contains("\"x_orgform\":{\"outcome\":\"skipped\"}")
        .contains("\"@level\":\"error\"");
    var lines = EventStream.applied(Runs.applied(plan, done, skipped), WHEN);
    assertThat(lines).hasSize(3).allSatisfy(EventStreamTest::checked);
    assertThat(lines.getLast())
        .contains("Apply incomplete! Resources: 1 added, 0 changed, 0 destroyed.")
        .contains("\"operation\":\"apply\"");
  }

  @Test
  void logs() {
    assertThat(checked(EventStream.log(Severity.WARNING, "Waiting.", WHEN)))
        .contains("\"@level\":\"warn\"")
        .contains("\"type\":\"log\"");
  }

  @Test
  void schemaMissesWhatIsMissing() {
    var line = EventStream.event(new Event.Started(Plans.creation().steps().getFirst()), WHEN);
    assertThat(SCHEMA.complaints(line.replace("\"action\"", "\"act\""))).isNotEmpty();
    assertThat(SCHEMA.complaints(line.replace("apply_start", "apply_stop"))).isNotEmpty();
  }

  private static String checked(String line) {
    assertThat(SCHEMA.complaints(line)).isEmpty();
    assertThat(line).doesNotContain("\n");
    return line;
  }
}
