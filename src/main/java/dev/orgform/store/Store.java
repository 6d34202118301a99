package dev.orgform.store;

import java.util.List;
import java.util.Optional;

/**
 * The memory of one estate. Reading needs no lock, changes nothing and works beside a run that
 * writes; whoever wants to write takes the lock first.
 */
public interface Store {

  /**
   * The intents that no run has closed yet, in the order in which they were opened; read from the
   * newest journal alone.
   *
   * @throws StoreUnusable where that journal cannot be read whole, so that nobody may act on it
   */
  List<Intent> openIntents() throws StoreUnusable;

  /** What was last applied whole, for {@code --base last}; read from the newest journal alone. */
  Optional<Baseline> baseline() throws StoreUnusable;

  /** The runs that are kept, newest first; one that cannot be read is named and spoils no other. */
  List<Past> history() throws StoreUnusable;

  /**
   * Everything that one run noted, first its {@link Entry.Began}; empty where there is no such run.
   *
   * @param id the run's id, or its number in {@link #history()}
   */
  Optional<List<Noted>> run(String id) throws StoreUnusable;

  /**
   * Takes the lock, or says who has it; never waits.
   *
   * @param holder who asks, for others to read
   */
  Locked lock(Holder holder) throws StoreUnusable;

  /**
   * The right to write although somebody else may hold the lock: nobody is kept out, and what both
   * runs leave open only one of them may remember.
   */
  Lock unguarded() throws StoreUnusable;

  /** Gives back a lock that nobody holds any more; one that is held stays held. */
  Unlocked unlock() throws StoreUnusable;
}
