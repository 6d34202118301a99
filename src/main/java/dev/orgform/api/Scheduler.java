package dev.orgform.api;

import java.time.Duration;
import java.time.Instant;

/**
 * Time, and what happens in it, one event after the other in the thread that calls {@link #next}.
 */
public interface Scheduler {
  /** What the wall clock says; only to be compared with what the API says, or to be shown. */
  Instant now();

  /** How much time has passed since the start of the run, whatever the wall clock does. */
  Duration elapsed();

  /** Has an event happen when some time has passed. */
  void after(Duration wait, Runnable event);

  /**
   * Announces an event that will come from elsewhere. The arrival may be used once, from any
   * thread; the event then happens in the thread that calls {@link #next}.
   */
  Arrival expect();

  /** Waits for the next event and has it happen; false where none is left to wait for. */
  boolean next();

  /** Where an announced event is handed in. */
  interface Arrival {
    void happens(Runnable event);
  }
}
