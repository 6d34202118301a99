package dev.orgform.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
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
    var contents = new ArrayList<byte[]>();
    for (var entry : entries) {
      after = after.then(at, entry);
      contents.add(EntryJson.write(new Noted(at, entry), after.open()));
    }
    try {
      write(contents, Arrays.stream(entries).anyMatch(Entry::durable));
    } catch (StoreUnusable e) {
      failure = Optional.of(e);
      throw e;
    }
    ledger = after;
  }

  private void write(List<byte[]> contents, boolean durable) throws StoreUnusable {
    if (durable && !grip.holds()) {
      throw lockLost();
    }
    // In one piece, so that a crash cuts at one place only.
    var bytes = new ByteArrayOutputStream();
    contents.forEach(content -> bytes.writeBytes(lines.next(content)));
    file.write(bytes.toByteArray());
    if (durable) {
      file.sync();
    }
  }

  private StoreUnusable lockLost() {
    return new StoreUnusable(
        "The lock of the store was lost",
        "The lock file beside " + path + " was removed or replaced, so another run may be at work.",
        "Wait until no other run is at work, then run this again; it goes on from what is noted.");
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
