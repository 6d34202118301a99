package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.apply.Event;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Wait;
import dev.orgform.documents.Plans;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTextTest {
  private static final Step CREATE = step(Plans.creation(), "organization.acme");
  private static final Step UPDATE = step(Plans.update(), "organization.acme");
  private static final Step DELETE = step(Plans.deletion(), "organization.id:d1");
  private static final Diagnostic WHY = Diagnostic.error(Code.API_REFUSED, "403 Forbidden");

  @Test
  void speaksLikeTerraform() {
    assertThat(text(new Event.Started(CREATE))).isEqualTo("organization.acme: Creating...");
    assertThat(text(new Event.Started(UPDATE)))
        .isEqualTo("organization.acme: Modifying... [id=a0]");
    assertThat(text(new Event.Started(DELETE)))
        .isEqualTo("organization.id:d1: Destroying \"Acme Labs\"... [id=d1]");
    assertThat(text(new Event.Still(CREATE, Duration.ofSeconds(10), Optional.empty())))
        .isEqualTo("organization.acme: Still creating... [00m10s elapsed]");
    assertThat(text(new Event.Still(UPDATE, Duration.ofSeconds(80), Optional.empty())))
        .isEqualTo("organization.acme: Still modifying... [id=a0, 01m20s elapsed]");
    assertThat(text(waiting(new Wait(Duration.ofSeconds(285), true))))
        .isEqualTo(
            "organization.acme: Still creating..."
                + " [00m10s elapsed; waits until it shows, 04m45s left]");
    assertThat(text(waiting(new Wait(Duration.ofSeconds(285), false))))
        .isEqualTo(
            "organization.acme: Still creating..."
                + " [00m10s elapsed; the API cannot be reached, 04m45s left]");
    assertThat(ended(CREATE, new Outcome.Done(Optional.of("9f"))))
        .isEqualTo("organization.acme: Creation complete after 2s [id=9f]");
    assertThat(ended(UPDATE, Outcome.done()))
        .isEqualTo("organization.acme: Modifications complete after 2s [id=a0]");
    assertThat(ended(DELETE, Outcome.done()))
        .isEqualTo("organization.id:d1: Destruction complete after 2s");
  }

  private static Event waiting(Wait wait) {
    return new Event.Still(CREATE, Duration.ofSeconds(10), Optional.of(wait));
  }

  @Test
  void saysHowItDidNotGetDone() {
    assertThat(ended(CREATE, new Outcome.Failed(WHY)))
        .isEqualTo("organization.acme: Creation failed after 2s: 403 Forbidden");
    assertThat(ended(CREATE, new Outcome.Unknown(WHY)))
        .isEqualTo("organization.acme: Creation has an unknown outcome after 2s: 403 Forbidden");
    assertThat(ended(UPDATE, new Outcome.Stale(WHY)))
        .isEqualTo(
            "organization.acme: Modifications not made, because it moved since the plan:"
                + " 403 Forbidden");
    assertThat(ended(DELETE, new Outcome.Skipped(CREATE.address())))
        .isEqualTo(
            "organization.id:d1: Destruction not tried, because it rests on organization.acme");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s, 00m00s",
    "499, 0s, 00m00s",
    "500, 1s, 00m01s",
    "59499, 59s, 00m59s",
    "59500, 1m0s, 01m00s",
    "3599999, 1h0m0s, 60m00s",
    "3661000, 1h1m1s, 61m01s"
  })
  void roundsToSeconds(long millis, String words, String clock) {
    assertThat(Elapsed.words(Duration.ofMillis(millis))).isEqualTo(words);
    assertThat(Elapsed.clock(Duration.ofMillis(millis))).isEqualTo(clock);
  }

  private static String ended(Step step, Outcome outcome) {
    return text(new Event.Ended(step, outcome, Duration.ofMillis(1_700)));
  }

  private static String text(Event event) {
    return Sinks.checked(new Page().add(EventText.of(event))).stripTrailing();
  }

  private static Step step(Plan plan, String address) {
    return plan.steps().stream()
        .filter(step -> step.address().toString().equals(address))
        .findFirst()
        .orElseThrow();
  }
}
