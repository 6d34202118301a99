package dev.orgform.report;

import dev.orgform.apply.Expected;

/** How long the API's limit makes a plan take, for whoever draws it. */
public final class Pace {
  /** How many requests are sent in one window. */
  public static final int IN_WINDOW = Expected.IN_WINDOW;

  private Pace() {}

  /**
   * The whole minutes that applying takes at least; zero where the limit is no hindrance.
   *
   * @param requests all of a run, its reading included
   */
  public static long minutes(int requests) {
    return Expected.atLeast(requests).toMinutes();
  }

  /** How long a window is. */
  public static long windowMinutes() {
    return Expected.WINDOW.toMinutes();
  }
}
