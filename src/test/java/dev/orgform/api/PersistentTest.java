package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.world.Answers;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, how often, and when no more. */
class PersistentTest {
  private static final Reply GOOD = Answers.ok(JsonNodeFactory.instance.arrayNode());
  private static final Reply LOST = new Reply.Lost("gone");

  private final VirtualTime time = new VirtualTime();
  private final Stop stop = new Stop();
  private final List<Duration> sent = new ArrayList<>();
  private final List<Reply> arrived = new ArrayList<>();
  private Reply reply = LOST;
  private int bad = Integer.MAX_VALUE;
  private final Persistent persistent =
      new Persistent(
          (call, then) -> {
            sent.add(time.elapsed());
            var answer = sent.size() <= bad ? reply : GOOD;
            time.after(Duration.ZERO, () -> then.accept(answer));
          },
          time,
          stop,
          new SplittableRandom(3));

  private void send(Call call) {
    persistent.send(call, arrived::add);
    boolean more = true;
    while (more) {
      more = time.next();
    }
  }

  private static Call call(String method) {
    var body = JsonNodeFactory.instance.objectNode();
    return switch (method) {
      case "GET" -> Call.get("organizations");
      case "POST" -> Call.post(body, "organizations");
      case "PUT" -> Call.put(body, "organizations", "a");
      default -> Call.delete("organizations", "a");
    };
  }

  private static Reply reply(String name) {
    return switch (name) {
      case "not-sent" -> new Reply.NotSent("refused");
      case "held" -> new Reply.NotSent("stopped", true);
      case "lost" -> LOST;
      case "429" -> Answers.refused(429, 971, "wait");
      case "429-page" -> Answers.page(429);
      default -> Answers.refused(Integer.parseInt(name), 1000, "no");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "not-sent, 5, 5, 5, 5",
    "held,     1, 1, 1, 1",
    "lost,     5, 1, 1, 1",
    "429,      5, 5, 5, 5",
    "429-page, 5, 1, 1, 1",
    "408,      5, 1, 1, 1",
    "409,      1, 1, 1, 1",
    "500,      5, 1, 1, 1",
    "502,      5, 1, 1, 1",
    "522,      5, 1, 1, 1",
    "525,      1, 1, 1, 1",
    "526,      1, 1, 1, 1",
    "400,      1, 1, 1, 1",
    "401,      1, 1, 1, 1",
    "403,      1, 1, 1, 1",
    "404,      1, 1, 1, 1"
  })
  void howOftenItIsSent(String name, int get, int post, int put, int delete) {
    reply = reply(name);
    for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
      var fresh = new PersistentTest();
      fresh.reply = reply;
      fresh.send(call(method));
      int expected =
          switch (method) {
            case "GET" -> get;
            case "POST" -> post;
            case "PUT" -> put;
            default -> delete;
          };
      assertThat(fresh.sent).as(method).hasSize(expected);
      assertThat(fresh.arrived).as(method).containsExactly(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theFirstGoodAnswerCounts(int failures) {
    bad = failures;
    send(call("GET"));
    assertThat(sent).hasSize(failures + 1);
    assertThat(arrived).containsExactly(GOOD);
  }

  @Test
  void pausesGrowFromHalfASecond() {
    send(call("GET"));
    var longest = Duration.ofMillis(500);
    for (int i = 1; i < sent.size(); i++) {
      assertThat(sent.get(i).minus(sent.get(i - 1))).isBetween(Duration.ZERO, longest);
      longest = longest.multipliedBy(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1000})
  void repeatsAreATenthOfAllRequestsAndTen(int reads) {
    for (int i = 0; i < reads; i++) {
      persistent.send(call("GET"), arrived::add);
    }
    boolean more = true;
    while (more) {
      more = time.next();
    }
    assertThat(arrived).hasSize(reads);
    int repeats = sent.size() - reads;
    assertThat(repeats).isPositive().isLessThanOrEqualTo(sent.size() / 10 + 10);
    if (reads >= 10) {
      assertThat(repeats).as("and no fewer").isGreaterThanOrEqualTo(reads / 10 + 10);
    }
  }

  @Test
  void aStopSaysAtOnceThatNothingIsSentAgain() {
    var stopped = new Reply.NotSent("orgform was stopped before it was sent again", true);
    persistent.send(call("GET"), arrived::add);
    time.next();
    assertThat(arrived).isEmpty();
    stop.request();
    assertThat(arrived).containsExactly(stopped);
    send(call("GET"));
    assertThat(sent).hasSize(2);
    assertThat(arrived).containsExactly(stopped, LOST);
  }
}
