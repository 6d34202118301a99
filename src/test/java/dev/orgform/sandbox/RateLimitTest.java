package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void everyAnswerSaysWhatIsLeft() {
    var hands = new Hands();
    assertThat(hands.get("/organizations").headers())
        .containsEntry("Ratelimit", "\"default\";r=1199;t=300")
        .containsEntry("Ratelimit-Policy", "\"default\";q=1200;w=300");
    hands.wait(Duration.ofMillis(99_500));
    assertThat(hands.get("/nowhere").headers())
        .containsEntry("Ratelimit", "\"default\";r=1198;t=201")
        .doesNotContainKey("Retry-After");
  }

  @Test
  void theWindowStartsAnewWhenItEnds() {
    var hands = new Hands("rate-limit=2/1m");
    hands.get("/organizations");
    hands.get("/organizations");
    hands.wait(Duration.ofMinutes(1));
    assertThat(hands.get("/organizations").headers())
        .containsEntry("Ratelimit", "\"default\";r=1;t=60");
  }

  @Test
  void oneRequestTooManyBlocksAllForAWholeWindow() {
    var hands = new Hands("rate-limit=2/5m");
    hands.make("a");
    hands.make("b");
    hands.wait(Duration.ofMinutes(4));
    var refused = hands.post("{\"name\":\"c\"}");
    assertDenied(refused, 429, 971);
    assertThat(refused.headers())
        .containsEntry("Retry-After", "300")
        .containsEntry("Ratelimit", "\"default\";r=0;t=300");
    hands.wait(Duration.ofSeconds(299));
    assertThat(hands.get("/organizations").headers()).containsEntry("Retry-After", "1");
    hands.wait(Duration.ofSeconds(1));
    assertThat(hands.names("")).containsExactly("a", "b");
  }

  @Test
  void requestsThatAreRefusedCountToo() {
    var hands = new Hands("rate-limit=1/5m");
    hands.send("GET", "/organizations", Map.of(), "");
    assertDenied(hands.get("/organizations"), 429, 971);
  }

  @Test
  void itCanBeSwitchedOff() {
    var hands = new Hands("rate-limit=off");
    for (int i = 0; i < 1300; i++) {
      assertThat(hands.get("/organizations").headers())
          .doesNotContainKeys("Ratelimit", "Ratelimit-Policy", "Retry-After");
    }
  }
}
