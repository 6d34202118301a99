package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Request;
import dev.orgform.store.Entry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is killed at every request; nothing comes of it twice, and nothing is lost. */
@Tag("process")
class KillTest {
  /** Fewer would not be every request of six organizations with profiles. */
  private static final int AT_LEAST = 25;

  @TempDir Path directory;

  /** When in the life of a request the process is killed. */
  enum When {
    BEFORE_THE_SERVER_ACTS,
    BEFORE_THE_REPLY,
    /** The reply is with the machine, and the process has not read it. */
    BEFORE_THE_JOURNAL_HAS_THE_REPLY
  }

  /** Kills the child at one request. */
  private record Killer(
      int at, When when, CompletableFuture<Child> child, CompletableFuture<String> killed)
      implements Door.Porter {

    Killer(int at, When when) {
      this(at, when, new CompletableFuture<>(), new CompletableFuture<>());
    }

    @Override
    public Optional<Answer> meets(int number, Request request, Door.Room room) throws Exception {
      if (number != at) {
        return Optional.of(room.enter(request));
      }
      var line = request.method() + " " + request.target().replaceFirst("^/client/v4", "");
      switch (when) {
        case BEFORE_THE_SERVER_ACTS -> {
          kill(line);
          return Optional.empty();
        }
        case BEFORE_THE_REPLY -> {
          room.enter(request);
          kill(line);
          return Optional.empty();
        }
        case BEFORE_THE_JOURNAL_HAS_THE_REPLY -> {
          child.join().pause();
          killed.complete(line);
          return Optional.of(room.enter(request));
        }
      }
      throw new AssertionError(when);
    }

    @Override
    public void sent(int number) {
      if (number == at) {
        child.join().kill();
      }
    }

    private void kill(String line) {
      killed.complete(line);
      child.join().kill();
    }
  }

  @ParameterizedTest
  @EnumSource
  void atEveryRequest(When when) throws Exception {
    var adopted = new AtomicInteger();
    int kills = Sweep.over(index -> killedAt(index, when, adopted));
    assertThat(kills).isGreaterThan(Sweep.of(AT_LEAST));
    assertThat(adopted.get()).isPositive();
    System.out.printf(
        "kill -9, %s: %d kills, of which %d left an organization that nobody had seen%n",
        when.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), kills, adopted.get());
  }

  private boolean killedAt(int index, When when, AtomicInteger adopted) throws Exception {
    var about = "killed at request " + index + " " + when;
    try (var scene = new Scene(directory.resolve(when + "-" + index))) {
      var killer = new Killer(index, when);
      scene.door().porter(killer);
      var child = scene.apply();
      killer.child().complete(child);
      int exit = child.exit();
      if (!killer.killed().isDone()) {
        assertThat(exit).as("%s\n%s", about, child.said()).isZero();
        return false;
      }
      assertThat(exit).as("%s\n%s", about, child.said()).isEqualTo(137);
      scene.door().quiet();

      scene.announced(about);
      assertThat(unanswered(scene)).as(about).contains(killer.killed().join());
      var there = scene.sandbox().estate().organizations().keySet();
      var open = scene.store().openIntents().size();
      scene.converges(about);
      assertThat(scene.sandbox().estate().organizations().keySet()).as(about).containsAll(there);
      assertThat(scene.told())
          .as(about)
          .contains("did not finish", "began apply", killer.killed().join());
      if (open > 0 && !there.isEmpty()) {
        adopted.incrementAndGet();
      }
      return true;
    }
  }

  /** Requests that the first run sent and did not hear of again. */
  private static HashSet<String> unanswered(Scene scene) throws Exception {
    var numbers = new HashSet<Integer>();
    for (var note : scene.journal(1)) {
      if (note.entry() instanceof Entry.Answered answered) {
        numbers.add(answered.number());
      }
    }
    var lines = new HashSet<String>();
    for (var note : scene.journal(1)) {
      if (note.entry() instanceof Entry.Sent sent && !numbers.contains(sent.number())) {
        lines.add(sent.request());
      }
    }
    return lines;
  }
}
