package dev.orgform.store;

import java.util.Optional;

/** What came of asking for the lock. */
public sealed interface Locked {

  /** It is ours until it is closed. */
  record Held(Lock lock) implements Locked {}

  /** Somebody else has it; the holder is absent in the moment before it has said who it is. */
  record Busy(Optional<Holder> holder) implements Locked {}
}
