package dev.orgform.apply;

import dev.orgform.api.Paced;
import java.time.Duration;

/** How long requests take at least, because the API takes only so many in a window. */
public final class Expected {
  /** How many may be sent in one window where the user says nothing else ({@code --reserve}). */
  public static final int IN_WINDOW = Paced.QUOTA - Paced.RESERVE;

  /** The length of a window. */
  public static final Duration WINDOW = Paced.WINDOW;

  private Expected() {}

  /**
   * The waiting that nothing spares: each window's requests but the first's wait for the one
   * before.
   *
   * @param requests all of a run, its reading included; zero or more
   * @return whole windows; zero where one holds them all, and then the network alone decides
   */
  public static Duration atLeast(int requests) {
    return WINDOW.multipliedBy(Math.max(0, requests - 1) / IN_WINDOW);
  }
}
