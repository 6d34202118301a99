package dev.orgform.api;

/** How far one request came; the socket's thread and the watchdog both write here. */
final class Progress {
  private volatile boolean sending;
  private volatile boolean expired;

  /** From now on a byte may have left. */
  void sending() {
    sending = true;
  }

  boolean mayHaveSent() {
    return sending;
  }

  void expire() {
    expired = true;
  }

  boolean expired() {
    return expired;
  }
}
