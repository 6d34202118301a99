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
  void tellsDrift() {
    var lines = EventStream.plan(PlanDocument.of(Plans.drifted(), "0"), WHEN);
    assertThat(lines).hasSize(5).allSatisfy(EventStreamTest::checked);
    assertThat(lines.getFirst())
        .contains("\"@message\":\"organization.acme: Drift detected (update)\"")
        .contains("\"type\":\"resource_drift\"")
        .contains("\"x_orgform\":{\"address\":\"organization.acme\"")
        .contains("\"before\":{\"text\":\"Acme\"},\"after\":{\"text\":\"Acme Worldwide\"}");
    assertThat(lines.get(1))
        .contains("\"@message\":\"organization.emea: Drift detected (delete)\"")
        .contains("\"action\":\"delete\"")
        .contains("\"state\":\"missing\"");
    assertThat(String.join("", lines)).doesNotContain("business_phone");
  }

  @Test
  void tellsAdoptionAndWhatThatNeeds() {
    var lines = EventStream.plan(PlanDocument.of(Plans.adoption(), "0"), WHEN);
    assertThat(lines).hasSize(5).allSatisfy(EventStreamTest::checked);
    assertThat(lines.get(1))
        .contains("\"type\":\"resource_adoption\"")
        .contains("\"@message\":\"profile.acme: Plan to adopt, taking over 2 fields\"");
    assertThat(lines.get(3))
        .contains("\"@level\":\"warn\"", "\"type\":\"missing_confirmation\"")
        .contains("\"confirmation\":{\"name\":\"adopt\",\"flag\":\"--adopt\"}");
    assertThat(lines.getLast()).contains("0 to destroy. Adopted: 2.\"");
  }

  @Test
  void tellsTheHashOfWhatCannotBeUndoneAndWhatNobodyDeclares() {
    var plan = Plans.deletion();
    var lines = EventStream.plan(PlanDocument.of(plan, "0"), WHEN);
    assertThat(lines).allSatisfy(EventStreamTest::checked);
    var hash = plan.oneWay().orElseThrow();
    assertThat(String.join("\n", lines))
        .contains("\"name\":\"accept_one_way\",\"flag\":\"--accept-one-way=" + hash + "\"")
        .contains("\"name\":\"allow_delete\",\"flag\":\"--allow-delete\"")
        .contains("\"type\":\"unmanaged_object\"")
        .contains("Not managed: organization \\\"Other\\\" [id=d2] under organization.acme");
  }

  @Test
  void tellsTheApply() {
    var plan = Plans.creation();
    var step = plan.steps().getFirst();
    assertThat(checked(EventStream.event(new Event.Started(step), WHEN)))
        .contains("\"type\":\"apply_start\"")
        .contains("\"@message\":\"organization.acme: Creating...\"");
    assertThat(
            checked(
                EventStream.event(
                    new Event.Still(step, Duration.ofSeconds(10), Optional.empty()), WHEN)))
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
    var notBegun = new Outcome.NotBegun(Outcome.Halt.STOPPED);
    assertThat(checked(EventStream.event(new Event.Ended(step, notBegun, Duration.ZERO), WHEN)))
        .contains("\"x_orgform\":{\"outcome\":\"not-begun\"}");
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
