package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What chance does, it does again. */
class SwarmTest {
  private static final int SEEDS = 200;
  private static final int PAIRS = 60;
  private static final int ROUNDS = 10;

  private static Walk walk(Faults faults) {
    return new Walk(faults).go(ROUNDS);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedAndRequestsGiveTheSameDeliveries(Faults.Weather weather) {
    for (int seed = 0; seed < PAIRS; seed++) {
      var faults = new Faults.Seed(seed, weather);
      var one = walk(faults);
      var two = walk(faults);
      assertThat(two.deliveries).as("seed %d", seed).isEqualTo(one.deliveries);
      assertThat(two.sandbox.estate()).isEqualTo(one.sandbox.estate());
      assertThat(two.sandbox.fired()).isEqualTo(one.sandbox.fired());
      assertThat(two.sandbox.ledger().deeds()).isEqualTo(one.sandbox.ledger().deeds());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFiredIsAScheduleThatGivesTheSameDeliveries(Faults.Weather weather) {
    for (int seed = 0; seed < PAIRS; seed++) {
      var one = walk(new Faults.Seed(seed, weather));
      var schedule = Faults.parse(one.sandbox.fired().toString());
      assertThat(schedule).isEqualTo(one.sandbox.fired());
      var again = walk(schedule);
      assertThat(again.deliveries).as("seed %d", seed).isEqualTo(one.deliveries);
      assertThat(again.sandbox.estate()).isEqualTo(one.sandbox.estate());
      assertThat(again.sandbox.fired()).isEqualTo(one.sandbox.fired());
    }
  }

  @Test
  void aStormHasEveryFaultAndSomeSeedsHaveNone() {
    var seen = new TreeSet<String>();
    int calm = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var fired = walk(new Faults.Seed(seed, Faults.Weather.STORM)).sandbox.fired();
      calm += fired.entries().isEmpty() ? 1 : 0;
      fired.entries().values().stream()
          .flatMap(faults -> faults.stream())
          .map(fault -> fault.toString().replaceFirst("^acted\\+", ""))
          .map(fault -> fault.replaceFirst("[@(].*", ""))
          .forEach(seen::add);
    }
    assertThat(calm).isBetween(SEEDS / 50, SEEDS / 10);
    assertThat(seen)
        .containsAll(
            FaultList.ALL.stream()
                .filter(entry -> entry.names().size() == 1)
                .flatMap(entry -> entry.names().stream())
                .collect(Collectors.toSet()));
  }

  @Test
  void seedsDiffer() {
    var fired = new HashSet<Schedule>();
    for (int seed = 0; seed < 100; seed++) {
      fired.add(walk(new Faults.Seed(seed, Faults.Weather.STORM)).sandbox.fired());
    }
    assertThat(fired).hasSizeGreaterThan(80);
  }

  @Test
  void mildIsAFaultInAHundredRequestsAndAStormManyMore() {
    assertThat(rate(Faults.Weather.MILD)).isBetween(0.002, 0.02);
    assertThat(rate(Faults.Weather.STORM)).isBetween(0.1, 0.25);
  }

  private static double rate(Faults.Weather weather) {
    long answers = 0;
    long requests = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var walk = walk(new Faults.Seed(seed, weather));
      requests += walk.deliveries.size();
      answers +=
          walk.sandbox.fired().entries().values().stream()
              .flatMap(faults -> faults.stream())
              .filter(AnswerFault.class::isInstance)
              .count();
    }
    return (double) answers / requests;
  }
}
