package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many requests at once through one gate, over virtual time. */
class PacedTest {
  private final VirtualTime time = new VirtualTime();
  private final Stop stop = new Stop();
  private final List<String> sent = new ArrayList<>();
  private final List<Duration> moments = new ArrayList<>();
  private final TreeMap<String, Reply> replies = new TreeMap<>();
  private final List<Duration> waits = new ArrayList<>();
  private Reply answer = Reply.Answer.empty(204);

  private Paced paced(int reserve, Duration longest) {
    return new Paced(
        (call, arrived) -> {
          sent.add(call.path().getLast());
          moments.add(time.elapsed());
          var reply = answer;
          time.after(Duration.ofMillis(10), () -> arrived.accept(reply));
        },
        time,
        stop,
        reserve,
        longest,
        waits::add);
  }

  private void send(Paced paced, int from, int to) {
    for (int i = from; i < to; i++) {
      var name = "c%04d".formatted(i);
      paced.send(Call.get(name), reply -> replies.put(name, reply));
    }
  }

  private void settle() {
    boolean more = true;
    while (more) {
      more = time.next();
    }
  }

  private static Reply blocked(int seconds) {
    return new Reply.Answer(429, Headers.of("Retry-After", "" + seconds), Body.EMPTY);
  }

  @Test
  void allGoInTheOrderInWhichTheyCame() {
    send(paced(200, Duration.ofMinutes(15)), 0, 2500);
    settle();
    assertThat(sent).hasSize(2500).isSorted();
    assertThat(replies).hasSize(2500);
    assertThat(moments.get(149)).isZero();
    assertThat(moments.get(150)).isEqualTo(Duration.ofSeconds(1));
    assertThat(moments.get(1000)).isEqualTo(Duration.ofSeconds(300));
    assertThat(moments.get(2000)).isEqualTo(Duration.ofSeconds(600));
    assertThat(waits).as("only what people would notice").hasSize(2);
  }

  @Test
  void nothingIsSentInsideABlock() {
    var paced = paced(200, Duration.ofMinutes(15));
    answer = blocked(300);
    send(paced, 0, 1);
    time.pass(Duration.ofMillis(20));
    answer = Reply.Answer.empty(204);
    send(paced, 1, 100);
    settle();
    assertThat(moments.subList(1, 100)).allMatch(Duration.ofMillis(300_010)::equals);
    assertThat(waits).containsExactly(Duration.ofMillis(299_990));
  }

  @Test
  void whatWouldWaitTooLongIsNotSentAtAll() {
    var paced = paced(200, Duration.ofSeconds(60));
    answer = blocked(61);
    send(paced, 0, 1);
    settle();
    send(paced, 1, 3);
    settle();
    assertThat(sent).containsExactly("c0000");
    assertThat(replies.get("c0002"))
        .isEqualTo(
            new Reply.NotSent(
                "the API takes no more requests for 61 s, longer than orgform waits (60 s)", true));
    time.pass(Duration.ofSeconds(2));
    send(paced, 3, 4);
    settle();
    assertThat(sent).containsExactly("c0000", "c0003");
  }

  @Test
  void aStopLetsGoOfWhatWaits() {
    var paced = paced(200, Duration.ofMinutes(15));
    send(paced, 0, 400);
    time.pass(Duration.ofMillis(1));
    stop.request();
    settle();
    assertThat(sent).hasSize(150);
    assertThat(replies).hasSize(400);
    assertThat(replies.get("c0149")).isEqualTo(Reply.Answer.empty(204));
    assertThat(replies.get("c0150"))
        .isEqualTo(new Reply.NotSent("orgform was stopped before it was sent", true));
  }
}
