package dev.orgform.chaos;

/**
 * A promise that was broken.
 *
 * @param promise which one, such as {@code I1}
 * @param what happened
 */
public record Violation(String promise, String what) {

  /** Ends a simulation at once, because nothing after a broken promise means anything. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    Found(String promise, String what) {
      super(promise + ": " + what, null, false, false);
      this.violation = new Violation(promise, what);
    }

    Violation violation() {
      return violation;
    }
  }

  @Override
  public String toString() {
    return promise + ": " + what;
  }
}
