package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts side by side over virtual time, and what a stop does to each. */
class EventLoopTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final VirtualTime time = new VirtualTime();
  private final Stop stop = new Stop();
  private final List<Call> sent = new ArrayList<>();
  private int underWay;
  private int most;
  private final EventLoop loop =
      new EventLoop(
          (call, arrived) -> {
            sent.add(call);
            most = Math.max(most, ++underWay);
            time.after(
                Duration.ofMillis(20),
                () -> {
                  underWay--;
                  arrived.accept(Reply.Answer.empty(204));
                });
          },
          time,
          stop);

  private final List<String> ended = new ArrayList<>();
  private final List<EventLoop.Sent> left = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  private static Call change() {
    return Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  }

  private static Script<String> send(Call call, Function<Reply, Script<String>> next) {
    return Script.send(call, next);
  }

  private static Script<String> reads(String name) {
    return send(Call.get(name), reply -> Script.done(name));
  }

  private void start(Script<String> script) {
    loop.start(
        script,
        new EventLoop.Ends<String>() {
          @Override
          public void ended(String value, EventLoop.Sent sent) {
            ended.add(value);
          }

          @Override
          public void left(EventLoop.Sent sent) {
            left.add(sent);
          }

          @Override
          public void broke(Throwable defect, EventLoop.Sent sent) {
            broken.add(defect.getMessage() + " " + sent);
          }
        });
  }

  private void settle() {
    boolean more = true;
    while (more) {
      more = time.next();
    }
  }

  @Test
  void endsComeInTheOrderOfTheScripts() {
    var scripts =
        IntStream.range(0, 30)
            .mapToObj(i -> Script.pause(Duration.ofMillis(100 - i), () -> reads("r" + i)))
            .toList();
    var ends = loop.runAll(scripts, 7);
    assertThat(ends).isEqualTo(IntStream.range(0, 30).mapToObj(i -> "r" + i).toList());
    assertThat(most).isLessThanOrEqualTo(7);
  }

  @Test
  void thousandsThatEndAtOnceDoNotNest() {
    var scripts = IntStream.range(0, 100_000).mapToObj(Script::done).toList();
    assertThat(loop.runAll(scripts, 1)).hasSize(100_000);
    assertThatIllegalArgumentException().isThrownBy(() -> loop.runAll(scripts, 0));
  }

  @Test
  void aStopLeavesWhatWaitsAndSaysWhetherItChangedAnything() {
    start(Script.pause(LONG, () -> reads("a")));
    start(send(Call.get("b"), reply -> Script.pause(LONG, () -> reads("c"))));
    start(send(change(), reply -> Script.pause(LONG, () -> reads("d"))));
    time.pass(Duration.ofSeconds(1));
    stop.request();
    assertThat(left)
        .containsExactly(EventLoop.Sent.NOTHING, EventLoop.Sent.NOTHING, EventLoop.Sent.OPEN);
    settle();
    assertThat(sent).hasSize(2);
    assertThat(ended).isEmpty();
    assertThat(left).hasSize(3);
  }

  @Test
  void whatIsUnderWayIsToldItsReplyAndSendsNothingMore() {
    start(send(change(), reply -> Script.done("told")));
    start(send(change(), reply -> reads("further")));
    stop.request();
    assertThat(left).isEmpty();
    settle();
    assertThat(ended).containsExactly("told");
    assertThat(left).containsExactly(EventLoop.Sent.OPEN);
    assertThat(sent).hasSize(2);
  }

  /** What a stop says of a change that was answered so before. */
  @ParameterizedTest
  @CsvSource({
    "200, '{\"success\":true,\"result\":{}}', ANSWERED",
    "403, '{\"success\":false,\"result\":null}', NOTHING",
    "403, '<html>', OPEN",
    "503, '{\"success\":false,\"result\":null}', OPEN",
  })
  void anAnswerTellsWhetherAnythingMayHaveComeOfAChange(
      int status, String body, EventLoop.Sent expected) {
    var answered =
        new EventLoop(
            (call, arrived) -> arrived.accept(Reply.Answer.json(status, body)), time, stop);
    var told = new ArrayList<EventLoop.Sent>();
    var course =
        answered.start(
            send(change(), reply -> Script.pause(LONG, () -> Script.done("late"))),
            leaving(told::add));
    assertThat(course.get()).isEqualTo(expected);
    stop.request();
    assertThat(told).containsExactly(expected);
  }

  /** A change may have been noted, so whoever wanted it is told that it never left. */
  @Test
  void whatAStopHeldBackIsLeftIfItReadsAndToldIfItChanges() {
    var held = new ArrayList<Consumer<Reply>>();
    var holding = new EventLoop((call, arrived) -> held.add(arrived), time, stop);
    var told = new ArrayList<EventLoop.Sent>();
    var ends = leaving(told::add);
    holding.start(send(Call.get("a"), reply -> Script.done("read")), ends);
    var changing = holding.start(send(change(), reply -> Script.done(reply.toString())), ends);
    assertThat(changing.get()).isEqualTo(EventLoop.Sent.OPEN);
    stop.request();
    held.forEach(one -> one.accept(new Reply.NotSent("stopped", true)));
    assertThat(told).containsExactly(EventLoop.Sent.NOTHING);
    assertThat(ended).containsExactly("NotSent[why=stopped, onPurpose=true]");
    assertThat(changing.get()).isEqualTo(EventLoop.Sent.NOTHING);
  }

  private EventLoop.Ends<String> leaving(Consumer<EventLoop.Sent> told) {
    return new EventLoop.Ends<>() {
      @Override
      public void ended(String value, EventLoop.Sent sent) {
        ended.add(value);
      }

      @Override
      public void left(EventLoop.Sent sent) {
        told.accept(sent);
      }

      @Override
      public void broke(Throwable defect, EventLoop.Sent sent) {
        throw new AssertionError(defect);
      }
    };
  }

  @Test
  void aBugIsToldWithWhetherAnythingWasChangedAndTheOthersGoOn() {
    start(
        Script.look(
            now -> {
              throw new IllegalStateException("at once");
            }));
    start(
        send(
            change(),
            reply -> {
              throw new AssertionError("after a change");
            }));
    start(
        send(
            Call.get("a"),
            reply ->
                Script.pause(
                    LONG,
                    () -> {
                      throw new StackOverflowError("later");
                    })));
    start(reads("b"));
    settle();
    assertThat(broken).containsExactly("at once NOTHING", "after a change OPEN", "later NOTHING");
    assertThat(ended).containsExactly("b");
    assertThat(left).isEmpty();
  }

  @Test
  void afterAStopNothingIsSent() {
    stop.request();
    start(send(change(), reply -> Script.done("never")));
    assertThat(left).containsExactly(EventLoop.Sent.NOTHING);
    assertThat(sent).isEmpty();
  }

  @Test
  void aReadingThatIsStoppedEndsAtOnce() {
    time.after(Duration.ofSeconds(1), stop::request);
    assertThatThrownBy(() -> loop.run(Script.pause(LONG, () -> reads("a"))))
        .isInstanceOf(EventLoop.Stopped.class);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    assertThatThrownBy(() -> loop.run(reads("a"))).isInstanceOf(EventLoop.Stopped.class);
    assertThat(sent).isEmpty();
  }
}
