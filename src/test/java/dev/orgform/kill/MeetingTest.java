package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Request;
import dev.orgform.store.Past;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at one estate, of which one is held up, paused or killed. */
@Tag("process")
class MeetingTest {
  /** Somewhere in the middle: by then something is created, and not yet seen. */
  private static final int MIDDLE = 6;

  @TempDir Path directory;

  /** Holds one answer back until the test says otherwise. */
  private record Holding(int at, CountDownLatch reached, CountDownLatch released)
      implements Door.Porter {
    Holding(int at) {
      this(at, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public Optional<Answer> meets(int number, Request request, Door.Room room) throws Exception {
      var answer = room.enter(request);
      if (number == at) {
        reached.countDown();
        released.await(60, TimeUnit.SECONDS);
      }
      return Optional.of(answer);
    }
  }

  private static String holder(Child child) {
    return "apply of alice on .* \\(process " + child.pid() + "\\) since 20[-0-9]*T[0-9:.]*Z, run ";
  }

  /** Without the line breaks of messages. */
  private static String inOneLine(String text) {
    return text.replaceAll("\n│ ?", " ");
  }

  @Test
  void theSecondIsTurnedAwayAtOnceAndToldWhoHoldsTheLock() throws Exception {
    try (var scene = new Scene(directory)) {
      var holding = new Holding(MIDDLE);
      scene.door().porter(holding);
      var first = scene.apply();
      assertThat(holding.reached().await(60, TimeUnit.SECONDS)).isTrue();

      var second = scene.apply();
      assertThat(second.exit()).as(second.said()).isEqualTo(7);
      assertThat(inOneLine(second.said())).containsPattern(holder(first)).contains("-lock-timeout");
      var unlock = scene.here("unlock");
      assertThat(unlock.exit()).isEqualTo(7);
      assertThat(inOneLine(unlock.both())).containsPattern(holder(first));
      assertThat(scene.store().history()).as("the second never began").hasSize(1);

      holding.released().countDown();
      assertThat(first.exit()).as(first.said()).isZero();
      scene.converges("after the first");
    }
  }

  @Test
  void whoWaitsGoesOnWhenTheFirstIsDone() throws Exception {
    try (var scene = new Scene(directory)) {
      var holding = new Holding(MIDDLE);
      scene.door().porter(holding);
      var first = scene.apply();
      assertThat(holding.reached().await(60, TimeUnit.SECONDS)).isTrue();

      var second = scene.start("apply", "-auto-approve", "-lock-timeout", "60s");
      second.says("Waiting for the lock, which is held by apply of alice");
      holding.released().countDown();
      assertThat(first.exit()).as(first.said()).isZero();
      assertThat(second.exit()).as(second.said()).isZero();
      assertThat(second.said()).contains("Resources: 0 added, 0 changed, 0 destroyed.");
      scene.converges("after both");
    }
  }

  @Test
  void whoWaitsGoesOnWhenTheFirstIsKilled() throws Exception {
    try (var scene = new Scene(directory)) {
      var holding = new Holding(MIDDLE);
      scene.door().porter(holding);
      var first = scene.apply();
      assertThat(holding.reached().await(60, TimeUnit.SECONDS)).isTrue();

      var second = scene.start("apply", "-auto-approve", "-lock-timeout", "60s");
      second.says("Waiting for the lock");
      first.kill();
      assertThat(second.exit()).as(second.said()).isZero();
      assertThat(scene.store().history().getLast())
          .isInstanceOfSatisfying(Past.Told.class, told -> assertThat(told.finished()).isEmpty());
      scene.converges("after both");
    }
  }

  @Test
  void theLockOfAKilledProcessIsFreeAtOnce() throws Exception {
    try (var scene = new Scene(directory)) {
      var holding = new Holding(MIDDLE);
      scene.door().porter(holding);
      var first = scene.apply();
      assertThat(holding.reached().await(60, TimeUnit.SECONDS)).isTrue();
      first.kill();
      var unlock = scene.here("unlock");
      assertThat(unlock.exit()).isZero();
      assertThat(unlock.out()).contains("Nobody holds the lock.");
      scene.converges("after the kill");
    }
  }

  /** What a closed lid does, at every request: nobody else gets in, and nothing is lost by it. */
  @Test
  void aPausedRunKeepsItsLockAndGoesOn() throws Exception {
    int pauses = Sweep.over(this::pausedAt);
    assertThat(pauses).isGreaterThan(Sweep.of(25));
    System.out.printf("SIGSTOP and SIGCONT: %d pauses%n", pauses);
  }

  private boolean pausedAt(int index) throws Exception {
    var about = "paused at request " + index;
    try (var scene = new Scene(directory.resolve(String.valueOf(index)))) {
      var started = new CompletableFuture<Child>();
      var turnedAway = new CompletableFuture<String>();
      scene
          .door()
          .porter(
              (number, request, room) -> {
                var answer = room.enter(request);
                if (number == index) {
                  started.join().pause();
                  var second = scene.here("apply", "-auto-approve");
                  turnedAway.complete(second.exit() + inOneLine(second.err()));
                  started.join().signal("CONT");
                }
                return Optional.of(answer);
              });
      var child = scene.apply();
      started.complete(child);
      assertThat(child.exit()).as("%s\n%s", about, child.said()).isZero();
      if (turnedAway.isDone()) {
        assertThat(turnedAway.join()).as(about).startsWith("7").containsPattern(holder(child));
      }
      scene.converges(about);
      return turnedAway.isDone();
    }
  }
}
