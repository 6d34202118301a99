package dev.orgform.sandbox;

/** What becomes of a connection after the last byte that is sent on it. */
public enum Ending {
  /** It waits for the next request. */
  KEPT,
  /** It is closed in order. */
  CLOSED,
  /** It is reset, as by a host that went away. */
  RESET
}
