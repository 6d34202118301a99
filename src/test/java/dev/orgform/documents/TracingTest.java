package dev.orgform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Attribution.Confidence;
import dev.orgform.documents.DriftedObject.State;
import dev.orgform.documents.Origin.Cause;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which side is said to have changed, by what a run left and by what the audit log proves. */
final class TracingTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Address PROFILE = new Address("profile", "acme");

  /** Live is "live" and declared is "new"; {@code left} is what the run left, "-" for no run. */
  @ParameterizedTest
  @CsvSource({
    "-,    -,      UNKNOWN",
    "live, -,      DECLARED",
    "new,  -,      ELSEWHERE",
    "else, -,      ELSEWHERE",
    "?,    -,      UNKNOWN",
    "?,    ours,   DECLARED",
    "-,    ours,   DECLARED",
    "else, ours,   UNKNOWN",
    "?,    maybe,  UNKNOWN",
    "-,    later,  ELSEWHERE",
    "live, later,  ELSEWHERE",
    "live, before, DECLARED",
    "new,  before, ELSEWHERE",
    "?,    before, UNKNOWN",
    "-,    likely, UNKNOWN",
    "live, likely, DECLARED",
  })
  void aField(String left, String log, Cause cause) {
    assertThat(traced(changed(text("new"), text("live")), left, log).cause()).isEqualTo(cause);
  }

  /** An address may have been renamed, so that only what is equal proves anything. */
  @Test
  void aReferenceThatIsAnotherProvesNothing() {
    var object = changed(ref("x"), ref("corp"));
    assertThat(traced(object, ref("acme"), "-").cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(traced(object, ref("corp"), "-").cause()).isEqualTo(Cause.DECLARED);
    assertThat(traced(object, ref("x"), "-").cause()).isEqualTo(Cause.ELSEWHERE);
  }

  private static DriftedObject traced(DriftedObject object, String left, String log) {
    return left.equals("-")
        ? traced(object, Left.NOTHING, log)
        : traced(object, mark(left.equals("?") ? Optional.empty() : Optional.of(text(left))), log);
  }

  private static DriftedObject traced(DriftedObject object, Value left, String log) {
    return traced(object, mark(Optional.of(left)), log);
  }

  private static Left mark(Optional<Value> value) {
    return (address, field) -> Optional.of(new Left.Mark(7, NOON, value, Optional.empty(), false));
  }

  private static DriftedObject traced(DriftedObject object, Left left, String log) {
    var attributions =
        switch (log) {
          case "ours" -> List.of(entry(Optional.of("run 7"), 0, Confidence.EXACT));
          case "maybe" -> List.of(entry(Optional.of("run 7"), 0, Confidence.APPROXIMATE));
          case "later" -> List.of(entry(Optional.empty(), 60, Confidence.EXACT));
          case "before" -> List.of(entry(Optional.empty(), -60, Confidence.EXACT));
          case "likely" -> List.of(entry(Optional.empty(), 60, Confidence.APPROXIMATE));
          default -> List.<Attribution>of();
        };
    return new DriftDocument(
            "1",
            Optional.empty(),
            List.of(object),
            List.of(),
            List.of(),
            1,
            1,
            List.of(),
            2,
            Optional.of(new Blamed(attributions, 1)),
            Optional.empty())
        .traced(left)
        .objects()
        .getFirst();
  }

  private static Attribution entry(Optional<String> run, int seconds, Confidence confidence) {
    return new Attribution(
        PROFILE,
        Optional.of("business_name"),
        Optional.of("dana@acme.example"),
        run,
        Optional.of(NOON.plusSeconds(seconds)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        confidence,
        "");
  }

  private static DriftedObject changed(Value declared, Value live) {
    return new DriftedObject(
        PROFILE,
        "cloudflare_organization_profile",
        Optional.empty(),
        "",
        State.DRIFTED,
        List.of(new FieldChange("business_name", declared, live)),
        Optional.empty(),
        Optional.empty());
  }

  private static Value text(String text) {
    return Value.text(text);
  }

  private static Value ref(String key) {
    return new Value.Ref(new Address("organization", key));
  }
}
