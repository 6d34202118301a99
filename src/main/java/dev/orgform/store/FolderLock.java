package dev.orgform.store;

import java.util.Optional;

/** The right to write to one folder. */
final class FolderLock implements Lock {
  private final Folder folder;
  private final Estate estate;
  private final Folder.Grip grip;
  private final boolean named;
  private final Runs runs;
  private Optional<FolderJournal> journal = Optional.empty();

  /**
   * A right to write.
   *
   * @param named whether the folder says that it is this one's, which must be taken back
   */
  FolderLock(Folder folder, Estate estate, Folder.Grip grip, boolean named) {
    this.named = named;
    this.folder = folder;
    this.estate = estate;
    this.grip = grip;
    this.runs = new Runs(folder);
  }

  @Override
  public Journal begin(Run run) throws StoreUnusable {
    if (journal.isPresent() && !journal.get().isClosed()) {
      throw new IllegalStateException("the journal begun before is still open");
    }
    var before = runs.newest();
    var name = runs.next(run.id());
    var begun = new FolderJournal(folder.create(name.file()), grip, folder.path(name.file()));
    try {
      begun.note(run.at(), new Entry.Began(run, estate, before.open(), before.baseline()));
    } catch (StoreUnusable e) {
      begun.close();
      throw e;
    }
    journal = Optional.of(begun);
    runs.forget();
    return begun;
  }

  @Override
  public void close() {
    journal.ifPresent(FolderJournal::close);
    if (named && grip.holds()) {
      new HolderFile(folder).delete();
    }
    grip.close();
  }
}
