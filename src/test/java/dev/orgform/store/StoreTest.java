package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.TIME;
import static dev.orgform.store.Samples.finished;
import static dev.orgform.store.Samples.holder;
import static dev.orgform.store.Samples.intent;
import static dev.orgform.store.Samples.lock;
import static dev.orgform.store.Samples.run;
import static dev.orgform.store.Samples.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store remembers from run to run. */
final class StoreTest {
  private final MemoryFolder folder = new MemoryFolder();
  private final Store store = new FolderStore(folder, ESTATE);

  @Test
  void aNewStoreRemembersNothing() throws StoreUnusable {
    assertThat(store.openIntents()).isEmpty();
    assertThat(store.baseline()).isEmpty();
    assertThat(store.history()).isEmpty();
    assertThat(store.run("r1")).isEmpty();
    assertThat(folder.list()).isEmpty();
  }

  @Test
  void everyEntryComesBackAsItWas() throws StoreUnusable {
    work("r1", Samples.oneOfEach());

    var notes = store.run("r1").orElseThrow();
    assertThat(notes.getFirst().entry())
        .isEqualTo(new Entry.Began(run("r1"), ESTATE, List.of(), Optional.empty()));
    assertThat(notes.stream().skip(1).map(Noted::entry)).isEqualTo(Samples.oneOfEach());
    assertThat(notes).allMatch(noted -> noted.at().equals(TIME));
    assertThat(store.run("1")).contains(notes);
  }

  @Test
  void anIntentStaysOpenOverAnyNumberOfRunsUntilItIsClosed() throws StoreUnusable {
    work("r1", List.of(new Entry.Opened(intent("i1")), new Entry.Opened(intent("i2"))));
    work("r2", List.of(new Entry.Learned("i2", "3f03")));
    work("r3", List.of(finished(1)));
    assertThat(store.openIntents()).containsExactly(intent("i1"), intent("i2").learned("3f03"));

    work("r4", List.of(seen("i1", "3f09"), finished(0)));
    assertThat(store.openIntents()).containsExactly(intent("i2").learned("3f03"));
  }

  @Test
  void theNewestJournalIsEnough() throws StoreUnusable {
    work("r1", List.of(new Entry.Opened(intent("i1"))));
    work("r2", List.of(finished(1)));
    folder.replace("000001-r1.journal", "nonsense\n".getBytes());

    assertThat(store.openIntents()).containsExactly(intent("i1"));
  }

  @Test
  void theNewestIsCountedAndNotGuessedFromTheClock() throws StoreUnusable {
    work("r9", List.of(new Entry.Opened(intent("i1"))));
    work("r1", List.of(seen("i1", "3f03")));

    assertThat(store.openIntents()).isEmpty();
    assertThat(store.history()).extracting(Past::number).containsExactly(2, 1);
  }

  @Test
  void whatWasAppliedWholeIsRememberedUntilSomethingElseIs() throws StoreUnusable {
    work(
        new Run("r1", "0.1.0", "apply", TIME, Optional.of("c0ffee"), Optional.empty()),
        finished(0));
    work(
        new Run("r2", "0.1.0", "apply", TIME, Optional.of("badbad"), Optional.empty()),
        finished(4));
    work("r3", List.of());
    assertThat(store.baseline())
        .contains(new Baseline("r1", TIME, Optional.of("c0ffee"), List.of()));

    var paths = List.of("org", "teams/a.yaml");
    work(
        new Run("r4", "0.1.0", "apply", TIME, Optional.of("decade"), paths, Optional.empty()),
        finished(0));
    work("r5", List.of());
    assertThat(store.baseline()).contains(new Baseline("r4", TIME, Optional.of("decade"), paths));
  }

  @Test
  void whatWasAppliedLastMayBeNoCommitAndNoOlderOneStandsIn() throws StoreUnusable {
    work(
        new Run("r1", "0.1.0", "apply", TIME, Optional.of("c0ffee"), Optional.empty()),
        finished(0));
    work(run("r2"), finished(0));
    work("r3", List.of());
    assertThat(store.baseline()).contains(new Baseline("r2", TIME, Optional.empty(), List.of()));
  }

  @Test
  void historyTellsOfEveryRunNewestFirst() throws StoreUnusable {
    work("r1", List.of(finished(0)));
    work("r2", List.of(new Entry.Opened(intent("i1"))));

    assertThat(store.history())
        .containsExactly(
            new Past.Told(2, run("r2"), Optional.empty(), List.of(intent("i1"))),
            new Past.Told(1, run("r1"), Optional.of(finished(0)), List.of()));
  }

  @Test
  void historyCanBeReadWhileARunWrites() throws StoreUnusable {
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      int notes = 1;
      for (var entry : Samples.oneOfEach()) {
        journal.note(TIME, entry);
        assertThat(store.run("r1").orElseThrow()).hasSize(++notes);
        assertThat(store.openIntents()).isEqualTo(journal.openIntents());
        assertThat(store.history()).hasSize(1);
      }
    }
  }

  @Test
  void onlySoManyRunsAreKept() throws StoreUnusable {
    for (int i = 1; i <= Runs.KEPT + 5; i++) {
      work("r" + i, i == 1 ? List.of(new Entry.Opened(intent("i1"))) : List.of());
    }

    assertThat(store.history()).hasSize(Runs.KEPT);
    assertThat(store.run("r5")).isEmpty();
    assertThat(store.run("r6")).isPresent();
    assertThat(store.openIntents()).containsExactly(intent("i1"));
  }

  @Test
  void theSecondToAskForTheLockLearnsWhoHasIt() throws StoreUnusable {
    var first = lock(store, "r1");
    assertThat(store.lock(holder("r2"))).isEqualTo(new Locked.Busy(Optional.of(holder("r1"))));
    assertThat(store.unlock()).isEqualTo(new Unlocked.Refused(Optional.of(holder("r1"))));

    first.close();
    assertThat(store.unlock()).isEqualTo(new Unlocked.Free(Optional.empty()));
    lock(store, "r2").close();
  }

  @Test
  void wordsLeftByTheDeadBlockNobody() throws StoreUnusable {
    lock(store, "r1");
    folder.crash(unsynced -> 0);

    assertThat(store.unlock()).isEqualTo(new Unlocked.Free(Optional.of(holder("r1"))));
    assertThat(store.unlock()).isEqualTo(new Unlocked.Free(Optional.empty()));
  }

  @Test
  void whoHoldsTheLockMayBeUnreadable() throws StoreUnusable {
    try (var lock = lock(store, "r1")) {
      for (var text : List.of("", "{", "[]", "{\"pid\":\"x\"}", "\u0000")) {
        folder.replace("holder.json", text.getBytes());
        assertThat(store.lock(holder("r2"))).isEqualTo(new Locked.Busy(Optional.empty()));
      }
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void whatCannotFollowIsRefusedAndNotWritten() throws StoreUnusable {
    try (var lock = lock(store, "r1");
        var journal = lock.begin(run("r1"))) {
      journal.note(TIME, new Entry.Opened(intent("i1")), new Entry.Learned("i1", "3f03"));
      for (var wrong :
          List.of(
              new Entry.Began(run("r1"), ESTATE, List.of(), Optional.empty()),
              new Entry.Opened(intent("i1")),
              new Entry.Learned("i1", "3f04"),
              new Entry.Learned("i2", "3f03"),
              seen("i2", "3f03"))) {
        assertThatIllegalArgumentException().isThrownBy(() -> journal.note(TIME, wrong));
      }
      journal.note(TIME, new Entry.Learned("i1", "3f03"), finished(0));
      assertThatIllegalArgumentException().isThrownBy(() -> journal.note(TIME, finished(0)));
      assertThatIllegalStateException().isThrownBy(() -> lock.begin(run("r2")));
    }
    assertThat(store.run("r1").orElseThrow()).hasSize(5);
  }

  @Test
  void aStoreServesOneEstateOnly() throws StoreUnusable {
    lock(store, "r1").close();
    var other = new FolderStore(folder, new Estate("api.example", "bob@example.com"));

    assertThat(Words.of(() -> other.lock(holder("r2")))).contains("belongs to somebody else");
    lock(store, "r3").close();
  }

  private void work(String id, List<Entry> entries) throws StoreUnusable {
    work(run(id), entries.toArray(Entry[]::new));
  }

  private void work(Run run, Entry... entries) throws StoreUnusable {
    try (var lock = lock(store, run.id());
        var journal = lock.begin(run)) {
      Samples.noteAll(journal, List.of(entries));
    }
  }
}
