package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every spelling of the headers that tell of limits. */
class LimitTest {
  private static final String NOW = "Sat, 21 Nov 2026 08:00:00 GMT";

  private static Limit limit(int status, String... headers) {
    return Limit.of(new Reply.Answer(status, Headers.of(headers), Body.EMPTY));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"default\";q=1200;w=300', 1200, 300",
        "'\"default\"; w=300; q=1200', 1200, 300",
        "'default;q=100;w=60', 100, 60",
        "'\"burst\" ;  q = 5;w=1', 5, 1",
        "'\"a\";q=1200;w=300, \"b\";q=9;w=1', 1200, 300",
        "'\"default\";q=1200', 1200, -1",
        "'\"default\";q=1200;w=0', 1200, -1",
        "'\"default\";q=-5;w=300', -1, 300",
        "'\"default\";q=1.5;w=x', -1, -1",
        "'\"a;q=7;w=9\";q=1200;w=300', 1200, 300",
        "'\"a \\\";q=7;w=9\";q=1200;w=300', 1200, 300",
        "'\"a,b\";q=1200;w=300', 1200, 300",
        "'\"a\";note=\";q=7\";q=1200;w=300', 1200, 300",
        "'\"a\";Q=\"1\", \"b\";q=9;w=1', 9, 1",
        "'\"a\";q=1200, \"b\";q=9;w=1', 1200, -1",
        "'\"a\";q=5;q=6', 6, -1",
        "'\"a;q=1200;w=300', -1, -1",
        "'\"a\\', -1, -1",
        "';q=5;w=1', 5, 1",
        "'\"a\";q=5;;=3;w', 5, -1",
        "'\"default\";q=99999999999;w=300', -1, 300",
        "'1200, 1200;window=300', -1, -1",
        "'', -1, -1",
      })
  void aPolicy(String header, int quota, int window) {
    var limit = limit(200, "ratelimit-policy", header);
    assertThat(limit.quota()).isEqualTo(number(quota));
    assertThat(limit.window()).isEqualTo(seconds(window));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"default\";r=50;t=30', 50, 30",
        "'\"default\";t=30;r=50', 50, 30",
        "'\"default\";r=0;t=0', 0, 0",
        "'\"default\"; r=1199', 1199, -1",
        "'\"x;r=1\";r=50;t=30', 50, 30",
        "'\"x;r=1;t=9\"', -1, -1",
        "'\"default\";r=-1;t=30', -1, 30",
        "'limit=100, remaining=50, reset=30', -1, -1",
        "soon, -1, -1",
      })
  void aState(String header, int left, int reset) {
    var limit = limit(429, "RateLimit", header);
    assertThat(limit.left()).isEqualTo(number(left));
    assertThat(limit.reset()).isEqualTo(seconds(reset));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "300, 300",
        "' 5 ', 5",
        "0, 0",
        "999999, 999999",
        "'Sat, 21 Nov 2026 08:01:00 GMT', 60",
        "'Sat, 21 Nov 2026 07:59:00 GMT', 0",
        "'Sat, 21 Nov 2026 08:01:00', 0",
        "'Saturday, 21-Nov-26 08:01:00 GMT', 0",
        "-1, 0",
        "1.5, 0",
        "1e3, 0",
        "99999999999, 0",
        "soon, 0",
        "'', 0",
      })
  void howLongItIsBlockedIsSaidInSecondsOrAsADateOfTheServersClock(String header, int seconds) {
    var limit = limit(429, "Retry-After", header, "Date", NOW);
    assertThat(limit.blocked()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void aDateWithoutTheServersClockSaysNothing() {
    var date = "Sat, 21 Nov 2026 08:01:00 GMT";
    assertThat(limit(429, "Retry-After", date).blocked()).contains(Duration.ZERO);
    assertThat(limit(429, "Retry-After", date, "Date", "?").blocked()).contains(Duration.ZERO);
    assertThat(limit(429).blocked()).contains(Duration.ZERO);
  }

  @Test
  void onlyA429Blocks() {
    assertThat(limit(200, "Retry-After", "300").blocked()).isEmpty();
    assertThat(limit(503, "Retry-After", "300").blocked()).isEmpty();
  }

  @Test
  void noAnswerSaysNothing() {
    var silent = limit(204);
    assertThat(Limit.of(new Reply.Lost("gone"))).isEqualTo(silent);
    assertThat(Limit.of(new Reply.NotSent("gone"))).isEqualTo(silent);
    assertThat(silent.quota()).isEmpty();
    assertThat(silent.blocked()).isEmpty();
  }

  private static OptionalInt number(int given) {
    return given < 0 ? OptionalInt.empty() : OptionalInt.of(given);
  }

  private static Optional<Duration> seconds(int given) {
    return given < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(given));
  }
}
