package dev.orgform.chaos;

import dev.orgform.store.Entry;
import dev.orgform.store.Folder;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.store.StoreUnusable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores that do what no store may. */
final class BentStore {
  private BentStore() {}

  /** A folder whose writes are never synced. */
  record Unsynced(Folder folder) implements Through {
    @Override
    public Appender create(String name) throws StoreUnusable {
      var end = folder.create(name);
      return new Appender() {
        @Override
        public void write(byte[] bytes) throws StoreUnusable {
          end.write(bytes);
        }

        @Override
        public void sync() {}

        @Override
        public void close() {
          end.close();
        }
      };
    }
  }

  /** A folder whose locks anybody gets at any time. */
  record Unlocked(Folder folder) implements Through {
    @Override
    public Optional<Grip> lock(String name) {
      return Optional.of(
          new Grip() {
            @Override
            public boolean holds() {
              return true;
            }

            @Override
            public void close() {}
          });
    }
  }

  /** A journal that tells with what a request was sent. */
  static Journal tellingTheCredential(Journal journal) {
    return new Bent(journal) {
      @Override
      List<Entry> bent(Entry entry) {
        return List.of(
            entry instanceof Entry.Ended ended
                ? new Entry.Ended(ended.step(), ended.outcome(), Situations.SECRET)
                : entry);
      }
    };
  }

  /** A folder in which no run finds what an earlier one wrote. */
  record Forgetful(Folder folder) implements Through {
    @Override
    public Optional<byte[]> read(String name) throws StoreUnusable {
      return name.endsWith(".journal") ? Optional.empty() : folder.read(name);
    }
  }

  /** A folder like another. */
  interface Through extends Folder {
    Folder folder();

    @Override
    default Optional<byte[]> read(String name) throws StoreUnusable {
      return folder().read(name);
    }

    @Override
    default List<String> list() throws StoreUnusable {
      return folder().list();
    }

    @Override
    default Appender create(String name) throws StoreUnusable {
      return folder().create(name);
    }

    @Override
    default void replace(String name, byte[] bytes) throws StoreUnusable {
      folder().replace(name, bytes);
    }

    @Override
    default void delete(String name) throws StoreUnusable {
      folder().delete(name);
    }

    @Override
    default Optional<Grip> lock(String name) throws StoreUnusable {
      return folder().lock(name);
    }

    @Override
    default String path(String name) {
      return folder().path(name);
    }
  }

  /** A journal that closes intents when the answer to the create is there. */
  static Journal closingAtTheAnswer(Journal journal) {
    Set<String> closed = new HashSet<>();
    return new Bent(journal) {
      @Override
      List<Entry> bent(Entry entry) {
        if (entry instanceof Entry.Learned learned) {
          closed.add(learned.intent());
          return List.of(
              learned,
              new Entry.Closed(learned.intent(), new Entry.Ending.Seen(learned.organization())));
        }
        return entry instanceof Entry.Closed done && closed.contains(done.intent())
            ? List.of()
            : List.of(entry);
      }
    };
  }

  /** A journal that writes down what was sent when it has been. */
  static Journal notingAfterwards(Journal journal) {
    List<Entry> held = new ArrayList<>();
    return new Bent(journal) {
      @Override
      List<Entry> bent(Entry entry) {
        var now = new ArrayList<>(held);
        held.clear();
        if (entry instanceof Entry.Sent) {
          held.add(entry);
        } else {
          now.add(entry);
        }
        return now;
      }
    };
  }

  /** A journal that makes what earlier runs left open older than it is. */
  static Journal aging(Journal journal, Duration by) {
    return new Bent(journal) {
      @Override
      List<Entry> bent(Entry entry) {
        return List.of(entry);
      }

      @Override
      public List<Intent> openIntents() {
        return super.openIntents().stream().map(intent -> older(intent, by)).toList();
      }
    };
  }

  private static Intent older(Intent intent, Duration by) {
    return new Intent(
        intent.id(),
        intent.run(),
        intent.address(),
        intent.parentId(),
        intent.name(),
        intent.beforeIds(),
        intent.savedAt().minus(by),
        intent.learned());
  }

  /** A journal whose trouble nobody hears of. */
  static Journal swallowingTrouble(Journal journal) {
    return new Bent(journal) {
      @Override
      List<Entry> bent(Entry entry) {
        return List.of(entry);
      }

      @Override
      public void note(Instant at, Entry... entries) {
        try {
          super.note(at, entries);
        } catch (StoreUnusable unheard) {
          // This is the bug.
        }
      }
    };
  }

  private abstract static class Bent implements Journal {
    private final Journal journal;

    Bent(Journal journal) {
      this.journal = journal;
    }

    abstract List<Entry> bent(Entry entry);

    @Override
    public void note(Instant at, Entry... entries) throws StoreUnusable {
      var all = Arrays.stream(entries).flatMap(entry -> bent(entry).stream()).toList();
      if (!all.isEmpty()) {
        journal.note(at, all.toArray(Entry[]::new));
      }
    }

    @Override
    public List<Intent> openIntents() {
      return journal.openIntents();
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
