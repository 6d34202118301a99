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

import dev.orgform.store.BrittleFolder.Crash;
import dev.orgform.store.BrittleFolder.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ten thousand histories of runs that are killed or lose their disk, each with its seed. */
final class RandomHistoryTest {
  private static final int SEEDS = 10_000;

  @Test
  void whatIsOpenIsWhatWasNotedAndNothingElse() throws StoreUnusable {
    var ends = new TreeMap<String, Integer>();
    for (int seed = 0; seed < SEEDS; seed++) {
      new History(seed).play(ends);
    }
    // A harness in which nothing ever breaks would prove nothing.
    assertThat(ends).containsOnlyKeys("crashed", "finished", "refused");
    assertThat(ends.values()).allMatch(count -> count > SEEDS / 10);
  }

  /** One history, and a second account of what is open that knows nothing of files. */
  private static final class History {
    private final int seed;
    private final Random random;
    private final MemoryFolder disk = new MemoryFolder();

    /** By intent: the id learned, if one was. All of it was noted, and the note returned. */
    private SortedMap<String, Optional<String>> open = new TreeMap<>();

    /** What may be so instead, because a note did not return. */
    private List<SortedMap<String, Optional<String>>> perhaps = List.of();

    private int intents;

    History(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play(SortedMap<String, Integer> ends) throws StoreUnusable {
      int runs = 1 + random.nextInt(4);
      for (int i = 1; i <= runs; i++) {
        ends.merge(play("r" + i), 1, Integer::sum);
        disk.crash(unsynced -> random.nextInt(unsynced + 1));
        compare();
      }
    }

    private String play(String id) {
      boolean fatal = random.nextBoolean();
      var fault = new Fault(1 + random.nextInt(60), fatal, random.nextDouble());
      var store = new FolderStore(new BrittleFolder(disk, fault), ESTATE);
      try (var lock = lock(store, id);
          var journal = lock.begin(run(id))) {
        assertThat(ids(journal.openIntents())).as("seed %d", seed).isEqualTo(open);
        int notes = random.nextInt(20);
        for (int i = 0; i < notes; i++) {
          note(journal);
        }
        journal.note(TIME, finished(random.nextInt(2)));
        return "finished";
      } catch (Crash e) {
        return "crashed";
      } catch (StoreUnusable e) {
        return "refused";
      }
    }

    /** One note of one to three entries. */
    private void note(Journal journal) throws StoreUnusable {
      var entries = new ArrayList<Entry>();
      var after = new ArrayList<>(List.of(open));
      for (int i = random.nextInt(3); i >= 0; i--) {
        var next = new TreeMap<>(after.getLast());
        entries.add(entry(next));
        after.add(next);
      }
      perhaps = after;
      journal.note(TIME, entries.toArray(Entry[]::new));
      open = after.getLast();
      perhaps = List.of();
    }

    private Entry entry(SortedMap<String, Optional<String>> next) {
      var some = next.keySet().stream().skip(random.nextInt(next.size() + 1)).findFirst();
      int what = random.nextInt(some.isEmpty() ? 4 : 8);
      return switch (what) {
        case 0, 1 -> {
          var id = "i" + intents++;
          next.put(id, Optional.empty());
          yield new Entry.Opened(intent(id));
        }
        case 2 -> post(random.nextInt());
        case 3 -> applied(random.nextInt());
        case 4, 5 -> {
          next.put(some.get(), Optional.of("3f" + some.get()));
          yield new Entry.Learned(some.get(), "3f" + some.get());
        }
        default -> {
          next.remove(some.get());
          yield seen(some.get(), "3f" + some.get());
        }
      };
    }

    private void compare() throws StoreUnusable {
      var found = ids(new FolderStore(disk, ESTATE).openIntents());
      if (!found.equals(open)) {
        assertThat(perhaps).as("seed %d", seed).contains(found);
        open = found;
      }
      perhaps = List.of();
    }

    private static SortedMap<String, Optional<String>> ids(List<Intent> intents) {
      var ids = new TreeMap<String, Optional<String>>();
      intents.forEach(intent -> ids.put(intent.id(), intent.learned()));
      return ids;
    }
  }
}
