package dev.orgform.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A journal in a file of its own. */
final class FolderJournal implements Journal {
  private final Folder.Appender file;
  private final Folder.Grip grip;
  private final String path;
  private final Lines lines = new Lines();
  private Ledger ledger = Ledger.EMPTY;
  private Optional<StoreUnusable> failure = Optional.empty();
  private boolean closed;

  FolderJournal(Folder.Appender file, Folder.Grip grip, String path) {
    this.file = file;
    this.grip = grip;
    this.path = path;
  }

  @Override
  public void note(Instant at, Entry... entries) throws StoreUnusable {
    if (closed) {
      throw new IllegalStateException("the journal is closed");
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    var after = ledger;
    for (var entry : entries) {
      after = after.then(entry);
    }
    try {
      write(at, entries);
    } catch (StoreUnusable e) {
      failure = Optional.of(e);
      throw e;
    }
    ledger = after;
  }

  private void write(Instant at, Entry... entries) throws StoreUnusable {
    boolean durable = Arrays.stream(entries).anyMatch(Entry::durable);
    if (durable && !grip.holds()) {
      throw new StoreUnusable(
          "The lock of the store was lost",
          "The lock file beside "
              + path
              + " was removed or replaced, so another run may be at work.",
          "Let no run remove files of another's store, then run this again.");
    }
    var bytes = new ByteArrayOutputStream();
    for (var entry : entries) {
      bytes.writeBytes(lines.next(EntryJson.write(new Noted(at, entry))));
    }
    file.write(bytes.toByteArray());
    if (durable) {
      file.sync();
    }
  }

  @Override
  public List<Intent> openIntents() {
    return ledger.open();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    file.close();
  }
}
