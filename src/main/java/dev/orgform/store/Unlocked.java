package dev.orgform.store;

import java.util.Optional;

/** What came of asking to free a lock whose holder is gone. */
public sealed interface Unlocked {

  /** Nobody holds it; {@code last} died without giving it back, which blocked nobody. */
  record Free(Optional<Holder> last) implements Unlocked {}

  /** It is held by a running process, and stays so. */
  record Refused(Optional<Holder> holder) implements Unlocked {}
}
