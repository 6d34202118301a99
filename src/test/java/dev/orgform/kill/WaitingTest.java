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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signals while a run waits for something else than its own requests. */
@Tag("process")
class WaitingTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void atThePromptItSaysThatNothingWasChanged(String signal, int exit) throws Exception {
    try (var scene = new Scene(directory)) {
      var child = scene.start("apply");
      child.says("Enter a value:");
      child.signal(signal);
      assertThat(child.exit()).as(child.said()).isEqualTo(exit);
      assertThat(child.said())
          .contains("Enter a value: \nInterrupt received.")
          .endsWith("Apply stopped. Nothing was changed.\n");
      assertThat(((Past.Told) scene.store().history().getFirst()).finished().orElseThrow().exit())
          .isEqualTo(exit);
      assertThat(scene.door().requests()).as("the reading alone").isEqualTo(1);
      scene.converges("after the prompt");
    }
  }

  @Test
  void whileItLooksForWhatAnEarlierRunMayHaveCreated() throws Exception {
    try (var scene = new Scene(directory)) {
      var killed = new CompletableFuture<Child>();
      scene
          .door()
          .porter(
              (number, request, room) -> {
                if (!request.method().equals("POST")) {
                  return Optional.of(room.enter(request));
                }
                killed.join().kill();
                return Optional.empty();
              });
      var first = scene.apply();
      killed.complete(first);
      assertThat(first.exit()).isEqualTo(137);
      scene.door().quiet();
      scene.door().open();

      var second = scene.apply();
      second.says("looking for it");
      second.signal("INT");
      assertThat(second.exit()).as(second.said()).isEqualTo(130);
      assertThat(second.said()).endsWith("Apply stopped. Nothing was changed.\n");
      assertThat(scene.store().openIntents()).isNotEmpty();
      scene.converges("after the look");
    }
  }

  @Test
  void whileItWaitsForTheLock() throws Exception {
    try (var scene = new Scene(directory)) {
      var held = new CountDownLatch(1);
      scene.door().porter(new Late(held));
      var first = scene.apply();
      first.says("Creating...");
      var second = scene.start("apply", "-auto-approve", "-lock-timeout", "60s");
      second.says("Waiting for the lock");
      second.signal("INT");
      assertThat(second.exit()).as(second.said()).isEqualTo(130);
      held.countDown();
      assertThat(first.exit()).as(first.said()).isZero();
      scene.converges("after both");
    }
  }

  /** Answers no change before the test says so. */
  private record Late(CountDownLatch released) implements Door.Porter {
    @Override
    public Optional<Answer> meets(int number, Request request, Door.Room room) throws Exception {
      if (!request.method().equals("GET")) {
        released.await(60, TimeUnit.SECONDS);
      }
      return Optional.of(room.enter(request));
    }
  }
}
