package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the gate opens again, in seconds since the start. */
class GateTest {
  private Gate gate = new Gate(1200, Duration.ofMinutes(5), 200);

  private static Duration at(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Limit limit(int status, String... headers) {
    return Limit.of(new Reply.Answer(status, Headers.of(headers), Body.EMPTY));
  }

  /** Sends as many as go at that moment, and tells how many. */
  private int burst(double now) {
    int sent = 0;
    for (; gate.wait(at(now)).isZero(); sent++) {
      gate.sent(at(now));
    }
    return sent;
  }

  @Test
  void aSecondHoldsABurstAndAWindowTheQuotaWithoutTheReserve() {
    int sent = 0;
    for (int second = 0; second < 300; second++) {
      int now = burst(second);
      assertThat(now).isLessThanOrEqualTo(150);
      sent += now;
    }
    assertThat(sent).isEqualTo(1000);
    assertThat(gate.wait(at(299))).isEqualTo(at(1));
    assertThat(burst(300)).isEqualTo(150);
  }

  @ParameterizedTest
  @CsvSource({"1200, 0, 1200", "1200, 1199, 1", "1200, 1200, 1", "100, 17, 83", "3, 1, 2"})
  void theReserveIsLeftToPeople(int quota, int reserve, int ours) {
    gate = new Gate(quota, Duration.ofSeconds(3600), reserve);
    int sent = 0;
    for (int second = 0; second < 60; second++) {
      sent += burst(second);
    }
    assertThat(sent).isEqualTo(ours);
  }

  @Test
  void ofAnotherQuotaTheSameShareIsLeft() {
    gate.sent(at(0));
    gate.replied(limit(200, "Ratelimit-Policy", "\"default\";q=60;w=10"), at(0));
    assertThat(burst(0)).isEqualTo(49);
    assertThat(gate.wait(at(0))).isEqualTo(at(10));
  }

  @Test
  void aSmallerQuotaCountsWhatWasSentBefore() {
    for (int second = 0; second < 3; second++) {
      burst(second);
    }
    gate.replied(limit(200, "Ratelimit-Policy", "\"default\";q=120;w=300"), at(3));
    assertThat(gate.wait(at(3))).as("100 of 450 may be left").isEqualTo(at(299));
  }

  @Test
  void aWindowOfNoLengthIsNone() {
    gate.sent(at(0));
    gate.replied(limit(200, "Ratelimit-Policy", "\"default\";q=1200;w=0"), at(0));
    for (int second = 0; second < 20; second++) {
      burst(second);
    }
    assertThat(gate.wait(at(20))).isEqualTo(at(280));
  }

  @ParameterizedTest
  @CsvSource({"1000, 0, 0", "201, 0, 0", "200, 0, 30", "0, 0, 30", "205, 4, 0", "204, 4, 30"})
  void whatOthersSpendCloses(int left, int underWay, int wait) {
    for (int i = 0; i <= underWay; i++) {
      gate.sent(at(0));
    }
    gate.replied(limit(200, "Ratelimit", "\"default\";r=" + left + ";t=30"), at(1));
    assertThat(gate.wait(at(1))).isEqualTo(at(wait));
  }

  @Test
  void spentWithoutSayingUntilWhenIsSpentForAWindow() {
    gate.sent(at(0));
    gate.replied(limit(200, "Ratelimit", "\"default\";r=3"), at(1));
    assertThat(gate.wait(at(1))).isEqualTo(at(300));
  }

  @Test
  void aBlockIsKeptToInFullAndNeverShortened() {
    gate.sent(at(0));
    gate.sent(at(0));
    gate.replied(limit(429, "Retry-After", "300"), at(1));
    gate.replied(limit(429, "Retry-After", "5"), at(2));
    assertThat(gate.wait(at(2))).isEqualTo(at(299));
    assertThat(gate.wait(at(300.999))).isEqualTo(at(0.001));
    assertThat(gate.wait(at(301))).isZero();
  }

  @Test
  void aBlockThatDoesNotSayHowLongDoublesUntilSomethingIsAnswered() {
    var waits =
        Stream.of(0, 100, 300, 600, 1000)
            .map(
                now -> {
                  gate.sent(at(now));
                  gate.replied(limit(429), at(now));
                  return gate.wait(at(now)).toSeconds();
                })
            .toList();
    assertThat(waits).containsExactly(60L, 120L, 240L, 300L, 300L);
    gate.sent(at(1300));
    gate.replied(limit(200), at(1300));
    gate.sent(at(1300));
    gate.replied(limit(429), at(1300));
    assertThat(gate.wait(at(1300)).toSeconds()).isEqualTo(60);
  }
}
