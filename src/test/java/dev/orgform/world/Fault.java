package dev.orgform.world;

/** What can go wrong with one call. */
public enum Fault {
  /** Nothing was sent, and that is proven. */
  NOT_SENT,
  /** The API read it and refused it. */
  REFUSED,
  /** The server failed before it did anything. */
  BROKEN,
  /** It vanished on its way there. */
  LOST_BEFORE,
  /** It was done, and the answer vanished on its way back. */
  LOST_AFTER,
  /** It was done, and the answer is an error page all the same. */
  BROKEN_AFTER;

  boolean acts() {
    return this == LOST_AFTER || this == BROKEN_AFTER;
  }
}
