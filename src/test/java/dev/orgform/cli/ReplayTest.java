package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Delivery;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that chance chose are told as the command that repeats them. */
class ReplayTest {
  @TempDir private Path folder;

  private record Chance(long seed, String fired) {}

  @BeforeEach
  void declared() throws IOException {
    Files.writeString(folder.resolve("o.yaml"), "version: 1\norganizations: {a: {name: A}}\n");
  }

  private Desk.Run plan(String faults) {
    return Desk.in(folder).run("plan", "o.yaml", "--sandbox", "--faults", faults);
  }

  /** A seed at which the first reading is refused for good, so that nothing is waited for. */
  private static Chance refusing() {
    return LongStream.rangeClosed(1, 5_000)
        .mapToObj(ReplayTest::first)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Chance> first(long seed) {
    var sandbox =
        new Sandbox(
            Keep.inMemory(Estate.empty()),
            Knobs.parse(List.of()),
            List.of(),
            Clock.systemUTC(),
            Faults.parse("seed:" + seed + ",storm"));
    var headers = Map.of("X-Auth-Email", "you@sandbox.invalid", "X-Auth-Key", "sandbox-key-0000");
    var list = Request.of("GET", "/client/v4/organizations?page_size=1000", headers, "");
    return sandbox.deliver(list) instanceof Delivery.Answered answered
            && List.of(401, 403, 404).contains(answered.answer().status())
        ? Optional.of(new Chance(seed, sandbox.fired().toString()))
        : Optional.empty();
  }

  @Test
  void whatChanceChoseCanBeRepeated() {
    var chance = refusing();

    var byChance = plan("seed:" + chance.seed + ",storm");

    assertThat(byChance.err())
        .contains("orgform plan o.yaml --sandbox --faults ")
        .contains(chance.fired);
    var again = plan(chance.fired);
    assertThat(again.exit()).isEqualTo(byChance.exit()).isNotZero();
    assertThat(unrayed(byChance)).startsWith(unrayed(again));
  }

  /** What was said, without the names that the server gives to each answer. */
  private static String unrayed(Desk.Run run) {
    return run.err().replaceAll("ray [0-9a-f]{16}-SBX", "ray");
  }

  @Test
  void whatWasChosenByHandIsKnown() {
    assertThat(plan("none").err()).doesNotContain("goes wrong again");
  }
}
