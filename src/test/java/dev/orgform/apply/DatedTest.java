package dev.orgform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Call;
import dev.orgform.api.Scheduler;
import dev.orgform.model.Address;
import dev.orgform.store.Entry;
import dev.orgform.store.Estate;
import dev.orgform.store.FolderStore;
import dev.orgform.store.Holder;
import dev.orgform.store.Locked;
import dev.orgform.store.MemoryFolder;
import dev.orgform.store.Noted;
import dev.orgform.store.Run;
import dev.orgform.store.StoreUnusable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In a journal time passes and never goes back; intents go by the server's clock all the same. */
class DatedTest {
  private static final Instant AHEAD = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant SERVER = Instant.parse("2026-11-21T08:00:00Z");
  private static final Address A = new Address("organization", "a");

  /** A clock that a test sets, and time that passes as it likes. */
  private static final class Hands implements Scheduler {
    private Instant now = AHEAD;
    private Duration elapsed = Duration.ZERO;

    void set(Instant to, int seconds) {
      now = to;
      elapsed = Duration.ofSeconds(seconds);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Duration elapsed() {
      return elapsed;
    }

    @Override
    public void after(Duration wait, Runnable event) {
      throw new UnsupportedOperationException("nobody waits here");
    }

    @Override
    public Arrival expect() {
      throw new UnsupportedOperationException("nobody waits here");
    }

    @Override
    public boolean next() {
      return false;
    }
  }

  @Test
  void aClockThatStepsBackIsNotSeenInTheJournalButInTheIntent() throws StoreUnusable {
    var hands = new Hands();
    var store = new FolderStore(new MemoryFolder(), new Estate("host", "me"));
    var holder = new Holder(1, "here", "me", AHEAD, "apply", "r");
    var run = new Run("r", "0", "apply", AHEAD, Optional.empty(), Optional.empty());
    var lock = ((Locked.Held) store.lock(holder)).lock();
    var memory = new Memory(lock.begin(run), hands, run);

    memory.note(new Entry.Sent(1, Optional.empty(), "GET /organizations"));
    hands.set(SERVER, 2);
    memory.note(new Entry.Sent(2, Optional.empty(), "GET /organizations"));
    hands.set(SERVER.plusMillis(1_500), 3);
    memory.intend(A, Optional.empty(), "A", List.of());
    var post = new Call(Call.Method.POST, List.of("organizations"), List.of(), Optional.empty());
    assertThat(memory.leaves(3, post.serving(A.toString()))).isTrue();

    assertThat(store.run("r").orElseThrow())
        .extracting(Noted::at)
        .containsExactly(
            AHEAD, AHEAD, AHEAD.plusSeconds(2), AHEAD.plusSeconds(3), AHEAD.plusSeconds(3));
    assertThat(store.openIntents().getFirst().savedAt()).isEqualTo(SERVER.plusMillis(1_500));
  }
}
