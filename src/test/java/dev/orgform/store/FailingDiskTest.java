package dev.orgform.store;

import static dev.orgform.store.Samples.ESTATE;
import static dev.orgform.store.Samples.TIME;
import static dev.orgform.store.Samples.applied;
import static dev.orgform.store.Samples.finished;
import static dev.orgform.store.Samples.intent;
import static dev.orgform.store.Samples.lock;
import static dev.orgform.store.Samples.post;
import static dev.orgform.store.Samples.run;
import static dev.orgform.store.Samples.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orgform.store.BrittleFolder.Crash;
import dev.orgform.store.BrittleFolder.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write and every sync of a run fails once, in every way. */
final class FailingDiskTest {
  /** More than any run below has. */
  private static final int DEEDS = 40;

  /** An apply of two creates that does as it must: it sends only what is noted. */
  private static final class Apply {
    final List<String> sent = new ArrayList<>();
    final List<Intent> mayExist = new ArrayList<>();
    boolean ended;

    void run(Store store) throws StoreUnusable {
      try (var lock = lock(store, "r2");
          var journal = lock.begin(Samples.run("r2"))) {
        create(journal, "i2");
        create(journal, "i3");
        journal.note(TIME, finished(0));
        ended = true;
      }
    }

    private void create(Journal journal, String id) throws StoreUnusable {
      journal.note(TIME, new Entry.Opened(intent(id)), post(sent.size()));
      sent.add(id);
      mayExist.add(intent(id));
      journal.note(TIME, applied(sent.size() - 1));
      journal.note(TIME, new Entry.Learned(id, "3f" + id));
      // The note may be on the disk from the moment it is asked for.
      mayExist.remove(intent(id));
      journal.note(TIME, seen(id, "3f" + id));
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(true, false)
        .flatMap(
            fatal ->
                Stream.of(0.0, 0.3, 0.6, 0.99, 1.0)
                    .flatMap(
                        share ->
                            Stream.iterate(1, deed -> deed <= DEEDS, deed -> deed + 1)
                                .map(deed -> new Fault(deed, fatal, share))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatMayExistIsKnownToTheNextRun(Fault fault) throws StoreUnusable {
    for (int survivors = 0; survivors <= 4; survivors++) {
      var disk = new MemoryFolder();
      leaveOneOpen(disk);
      var brittle = new BrittleFolder(disk, fault);
      var apply = new Apply();
      try {
        apply.run(new FolderStore(brittle, ESTATE));
      } catch (StoreUnusable | Crash e) {
        assertThat(brittle.broke()).isTrue();
      }
      int part = survivors;
      disk.crash(unsynced -> unsynced * part / 4);

      var store = new FolderStore(disk, ESTATE);
      assertThat(store.openIntents()).extracting(Intent::id).contains("i1");
      assertThat(store.openIntents())
          .extracting(Intent::id)
          .containsAll(apply.mayExist.stream().map(Intent::id).toList());
      work(store);
    }
  }

  @Test
  void thereIsAFaultForEveryDeed() throws StoreUnusable {
    var brittle = new BrittleFolder(new MemoryFolder(), new Fault(DEEDS, true, 0));
    var apply = new Apply();
    apply.run(new FolderStore(brittle, ESTATE));
    assertThat(apply.ended).isTrue();
    assertThat(brittle.broke()).isFalse();
  }

  @Test
  void noJournalNoPost() throws StoreUnusable {
    int without = 0;
    for (int deed = 1; deed < DEEDS; deed++) {
      var apply = new Apply();
      var disk = new MemoryFolder();
      var brittle = new BrittleFolder(disk, new Fault(deed, false, 0));
      try {
        apply.run(new FolderStore(brittle, ESTATE));
      } catch (StoreUnusable e) {
        without += apply.sent.isEmpty() ? 1 : 0;
      }
      disk.crash(unsynced -> 0);
      var noted = new FolderStore(disk, ESTATE).run("r2").orElse(List.of()).toString();
      assertThat(apply.sent).allSatisfy(id -> assertThat(noted).contains("id=" + id + ","));
    }
    // Whose estate, who holds it, the journal's file, its first line twice, the intent twice.
    assertThat(without).isEqualTo(7);
  }

  @Test
  void afterOneFailureNothingIsNotedAnyMore() throws StoreUnusable {
    for (int deed = 6; deed <= 7; deed++) {
      var disk = new MemoryFolder();
      var store = new FolderStore(new BrittleFolder(disk, new Fault(deed, false, 0.5)), ESTATE);
      try (var lock = lock(store, "r1");
          var journal = lock.begin(run("r1"))) {
        for (var entry : List.of(new Entry.Opened(intent("i1")), post(1), applied(1))) {
          assertThatExceptionOfType(StoreUnusable.class)
              .isThrownBy(() -> journal.note(TIME, entry));
          assertThat(journal.openIntents()).isEmpty();
        }
      }
      work(store);
    }
  }

  private static void leaveOneOpen(Folder disk) throws StoreUnusable {
    try (var lock = lock(new FolderStore(disk, ESTATE), "r1");
        var journal = lock.begin(run("r1"))) {
      journal.note(TIME, new Entry.Opened(intent("i1")));
    }
  }

  /** The store is as good as ever. */
  private static void work(Store store) throws StoreUnusable {
    var before = store.openIntents();
    try (var lock = lock(store, "r3");
        var journal = lock.begin(run("r3"))) {
      assertThat(journal.openIntents()).isEqualTo(before);
      journal.note(TIME, new Entry.Opened(intent("i9")));
    }
    assertThat(store.openIntents()).hasSize(before.size() + 1).contains(intent("i9"));
  }
}
