package dev.orgform.api;

import java.util.ArrayList;
import java.util.List;

/** Says, once and for all of a run, that nothing more is to be sent. */
public final class Stop {
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean requested;

  public boolean isRequested() {
    return requested;
  }

  /** Whoever holds something back lets it go then, in the order in which they asked to be told. */
  public void onRequest(Runnable listener) {
    listeners.add(listener);
  }

  /** In the thread of the scheduler. */
  public void request() {
    if (!requested) {
      requested = true;
      listeners.forEach(Runnable::run);
    }
  }
}
