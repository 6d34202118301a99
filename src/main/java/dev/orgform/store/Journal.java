package dev.orgform.store;

import java.time.Instant;
import java.util.List;

/**
 * What one run notes down while it works; used from one thread.
 *
 * <p>After one failure every later note fails as well: nobody can tell what reached the disk, so
 * nothing more may be sent.
 */
public interface Journal extends AutoCloseable {

  /**
   * Notes entries in order, together; where one of them is {@link Entry#durable()}, all of them and
   * all noted before are safe from a crash when this returns.
   *
   * @param at when, for people, never before what was noted last; nothing is decided by it
   * @throws StoreUnusable where that is not so: then what they announce may not be done
   * @throws IllegalArgumentException for an entry that cannot follow what was noted before
   */
  void note(Instant at, Entry... entries) throws StoreUnusable;

  /** The intents that are open now, in the order in which they were opened. */
  List<Intent> openIntents();

  /** Ends the journal; a run that noted no {@link Entry.Finished} stays unfinished for good. */
  @Override
  void close();
}
