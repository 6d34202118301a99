package dev.orgform.world;

import dev.orgform.api.Credentials;
import dev.orgform.api.Scheduler;
import dev.orgform.apply.Means;
import dev.orgform.apply.Memory;
import dev.orgform.apply.Patience;
import dev.orgform.live.Said;
import dev.orgform.store.Estate;
import dev.orgform.store.FolderStore;
import dev.orgform.store.Holder;
import dev.orgform.store.Lock;
import dev.orgform.store.Locked;
import dev.orgform.store.MemoryFolder;
import dev.orgform.store.StoreUnusable;
import java.time.Instant;
import java.util.Optional;

/** A store in memory, and what an apply needs of it. */
public final class Kept {
  private static final Instant WHEN = Instant.parse("2026-11-21T08:00:00Z");

  private final FolderStore store;
  private Optional<Lock> last = Optional.empty();
  private int runs;

  public Kept() {
    this(new MemoryFolder());
  }

  public Kept(MemoryFolder folder) {
    this.store = new FolderStore(folder, new Estate("test", "test"));
  }

  public FolderStore store() {
    return store;
  }

  /** A new run's means; the run before it has ended, in whatever way. */
  public Means means(Scheduler scheduler, Patience patience, Credentials credentials) {
    var run = "run-" + ++runs;
    last.ifPresent(Lock::close);
    try {
      var holder = new Holder(1, "here", "me", WHEN, "test", run);
      var lock = ((Locked.Held) store.lock(holder)).lock();
      last = Optional.of(lock);
      return means(lock, run, scheduler, patience, credentials);
    } catch (StoreUnusable unusable) {
      throw new AssertionError(unusable);
    }
  }

  private static Means means(
      Lock lock, String run, Scheduler scheduler, Patience patience, Credentials credentials)
      throws StoreUnusable {
    var begun =
        new dev.orgform.store.Run(
            run, "0", "test", scheduler.now(), Optional.empty(), Optional.empty());
    var journal = lock.begin(begun);
    return new Means(new Said(credentials), patience, new Memory(journal, scheduler, begun));
  }

  /** Means that nothing of is needed afterwards. */
  public static Means once(Scheduler scheduler, Patience patience) {
    return once(scheduler, patience, Run.KEY);
  }

  public static Means once(Scheduler scheduler, Patience patience, Credentials credentials) {
    return new Kept().means(scheduler, patience, credentials);
  }
}
