package dev.orgform.sandbox;

/** Something a person asked for that cannot be done; the message is whole sentences for them. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
