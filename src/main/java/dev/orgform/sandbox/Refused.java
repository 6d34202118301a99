package dev.orgform.sandbox;

import java.io.IOException;

/** Something a person asked for that cannot be done; the message is whole sentences for them. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }

  /**
   * The same where the disk or the system is in the way, and nothing is wrong with what it says.
   */
  public Refused(String message, IOException cause) {
    super(message, cause);
  }

  /** Whether a disk is in the way, and not what somebody asked for or what a file says. */
  public boolean isDisk() {
    return getCause() instanceof IOException;
  }
}
