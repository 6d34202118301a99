package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Request;
import dev.orgform.store.Past;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal at every request ends the process in time, with everything written down. */
@Tag("process")
class SignalTest {
  /** CI systems kill 7.5 s after their signal. */
  private static final Duration PROMISE = Duration.ofSeconds(7);

  /** Who is asked twice waits for nobody; how long that takes is a figure. */
  private static final Duration NOBODY = Duration.ofSeconds(4);

  private static final int AT_LEAST = 25;

  @TempDir Path directory;

  /** What the server does with the request that is under way. */
  enum Server {
    ANSWERS,
    ACTS_AND_HANGS,
    HANGS
  }

  /** Sends signals to the child at one request. */
  private record Sender(
      int at,
      Server server,
      boolean twice,
      String signal,
      CompletableFuture<Child> child,
      CompletableFuture<Long> sent)
      implements Door.Porter {

    Sender(int at, Server server, boolean twice, String signal) {
      this(at, server, twice, signal, new CompletableFuture<>(), new CompletableFuture<>());
    }

    @Override
    public Optional<Answer> meets(int number, Request request, Door.Room room) throws Exception {
      if (number != at) {
        return Optional.of(room.enter(request));
      }
      Optional<Answer> answer =
          server == Server.HANGS ? Optional.empty() : Optional.of(room.enter(request));
      long when = child.join().signal(signal);
      child.join().says("Interrupt received.");
      sent.complete(twice ? child.join().signal(signal) : when);
      return server == Server.ANSWERS ? answer : Optional.empty();
    }
  }

  /** One kind of case, at every request. */
  private final class Kind {
    private final Server server;
    private final boolean twice;
    private final String signal;
    private final int exit;
    private final AtomicLong worst = new AtomicLong();

    Kind(Server server, boolean twice, String signal, int exit) {
      this.server = server;
      this.twice = twice;
      this.signal = signal;
      this.exit = exit;
    }

    boolean at(int index) throws Exception {
      var about = "SIG%s%s at request %d, which the server %s";
      return tried(about.formatted(signal, twice ? " twice" : "", index, server), index);
    }

    private boolean tried(String about, int index) throws Exception {
      try (var scene = new Scene(directory.resolve(about.replace(' ', '-')))) {
        var sender = new Sender(index, server, twice, signal);
        scene.door().porter(sender);
        var child = scene.apply();
        sender.child().complete(child);
        int ended = child.exit();
        if (!sender.sent().isDone()) {
          assertThat(ended).as("%s\n%s", about, child.said()).isZero();
          return false;
        }
        assertThat(ended).as("%s\n%s", about, child.said()).isEqualTo(exit);
        assertThat(child.said()).as(about).doesNotContain("\tat ", "Exception");
        long took = child.endedAt() - sender.sent().join();
        worst.accumulateAndGet(took, Math::max);
        assertThat(Duration.ofNanos(took))
            .as("%s\n%s", about, child.said())
            .isLessThanOrEqualTo(twice ? NOBODY : PROMISE);
        scene.door().quiet();

        scene.announced(about);
        recorded(scene, about);
        scene.converges(about);
        return true;
      }
    }

    private void recorded(Scene scene, String about) throws Exception {
      var past = (Past.Told) scene.store().history().getFirst();
      if (!twice) {
        assertThat(past.finished().orElseThrow().exit()).as(about).isEqualTo(exit);
      }
      assertThat(scene.told()).as(about).contains("began apply");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INT, 130, ANSWERS, 3",
    "INT, 130, ACTS_AND_HANGS, 1",
    "TERM, 143, ANSWERS, 3",
    "TERM, 143, HANGS, 1",
  })
  void once(String signal, int exit, Server server, int stride) throws Exception {
    swept(stride, new Kind(server, false, signal, exit));
  }

  @Test
  void theTerminalIsClosed() throws Exception {
    swept(4, new Kind(Server.ACTS_AND_HANGS, false, "HUP", 129));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, HANGS, 3", "TERM, 143, ACTS_AND_HANGS, 4"})
  void twice(String signal, int exit, Server server, int stride) throws Exception {
    swept(stride, new Kind(server, true, signal, exit));
  }

  private static void swept(int stride, Kind kind) throws Exception {
    int signals = Sweep.over(index -> kind.at(index * stride));
    assertThat(signals).isGreaterThan(Sweep.of(AT_LEAST / stride));
    System.out.printf(
        "SIG%s%s, the server %s: %d signals, worst exit after %.2f s%n",
        kind.signal,
        kind.twice ? " twice" : "",
        kind.server.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        signals,
        kind.worst.get() / 1e9);
  }
}
