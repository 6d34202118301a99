package dev.orgform.chaos;

import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.Journal;
import dev.orgform.store.StoreUnusable;
import java.time.Instant;
import java.util.List;

/** A journal that tells the judge what was noted, once it is. */
record WatchedJournal(Journal journal, Judge judge) implements Journal {
  @Override
  public void note(Instant at, Entry... entries) throws StoreUnusable {
    journal.note(at, entries);
    for (var entry : entries) {
      judge.noted(at, entry);
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
