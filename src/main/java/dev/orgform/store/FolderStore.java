package dev.orgform.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The memory of one estate in one folder: a journal for each run, and a lock. */
public final class FolderStore implements Store {
  private static final String LOCK = "lock";
  private static final String ESTATE = "estate.json";

  /** Keeps nobody out, and can therefore not be lost. */
  private static final Folder.Grip NONE =
      new Folder.Grip() {
        @Override
        public boolean holds() {
          return true;
        }

        @Override
        public void close() {}
      };

  private final Folder folder;
  private final Estate estate;
  private final Runs runs;

  public FolderStore(Folder folder, Estate estate) {
    this.folder = folder;
    this.estate = estate;
    this.runs = new Runs(folder);
  }

  @Override
  public List<Intent> openIntents() throws StoreUnusable {
    return runs.newest().open();
  }

  @Override
  public Optional<Baseline> baseline() throws StoreUnusable {
    return runs.newest().baseline();
  }

  @Override
  public List<Past> history() throws StoreUnusable {
    var past = new ArrayList<Past>();
    for (var name : runs.names()) {
      past(name).ifPresent(past::add);
    }
    return List.copyOf(past);
  }

  private Optional<Past> past(Runs.Name name) {
    try {
      var file = runs.read(name);
      return file.isEmpty() ? Optional.empty() : Optional.of(told(name, file.get().ledger()));
    } catch (StoreUnusable e) {
      return Optional.of(new Past.Unreadable(name.number(), e.diagnostic()));
    }
  }

  private static Past told(Runs.Name name, Ledger ledger) {
    return new Past.Told(
        name.number(), ledger.began().orElseThrow().run(), ledger.finished(), ledger.open());
  }

  @Override
  public Optional<List<Noted>> run(String id) throws StoreUnusable {
    for (var name : runs.names()) {
      if (name.run().equals(id) || String.valueOf(name.number()).equals(id)) {
        var file = runs.read(name);
        return file.isEmpty() ? Optional.empty() : Optional.of(file.get().notes());
      }
    }
    return Optional.empty();
  }

  @Override
  public Locked lock(Holder holder) throws StoreUnusable {
    var words = new HolderFile(folder);
    var grip = folder.lock(LOCK);
    if (grip.isEmpty()) {
      return new Locked.Busy(words.read());
    }
    try {
      sayWhose();
      words.write(holder);
    } catch (StoreUnusable e) {
      grip.get().close();
      throw e;
    }
    return new Locked.Held(new FolderLock(folder, estate, grip.get(), true));
  }

  @Override
  public Lock unguarded() throws StoreUnusable {
    sayWhose();
    return new FolderLock(folder, estate, NONE, false);
  }

  @Override
  public Unlocked unlock() throws StoreUnusable {
    var words = new HolderFile(folder);
    var grip = folder.lock(LOCK);
    if (grip.isEmpty()) {
      return new Unlocked.Refused(words.read());
    }
    var last = words.read();
    words.delete();
    grip.get().close();
    return new Unlocked.Free(last);
  }

  /** People who look into the folder shall see whose it is. */
  private void sayWhose() throws StoreUnusable {
    var expected = Json.write(BeganJson.write(estate, Json.object()));
    var found = folder.read(ESTATE);
    if (found.isEmpty()) {
      folder.replace(ESTATE, expected);
    } else if (!Arrays.equals(found.get(), expected)) {
      throw new StoreUnusable(
          "The store of " + estate + " belongs to somebody else",
          folder.path(ESTATE) + " names another host or identity.",
          "Put back the folder that was there, or choose another with `--store DIR`.");
    }
  }
}
