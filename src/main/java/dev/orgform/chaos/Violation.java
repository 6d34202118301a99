package dev.orgform.chaos;

/**
 * A promise that was broken.
 *
 * <ul>
 *   <li>I1: nothing that is declared is ever created twice.
 *   <li>I2: nothing is deleted but by a step of a plan, as that plan saw it.
 *   <li>I3: nothing that changed since the plan is overwritten.
 *   <li>I4: once nothing goes wrong any more, apply comes to rest or names what a person must
 *       decide.
 *   <li>I5: every change is announced in a synced journal, every create in an intent, which ends.
 *   <li>I6: what is refused or not confirmed is not done.
 *   <li>I7: the quota and {@code Retry-After} are kept to.
 *   <li>I8: the credential is in nothing that is written or said.
 *   <li>I9: exit 0 means that live is as declared.
 *   <li>I10: the same seed is the same story.
 *   <li>I11: a parent was seen before a child is sent, and is deleted only when empty.
 *   <li>I12: one run at a time holds the lock.
 *   <li>I13: no account ever loses its organization, and none moves but by a step of a plan.
 * </ul>
 *
 * @param promise which one, such as {@code I1}
 * @param what happened
 */
public record Violation(String promise, String what) {

  /**
   * Ends a simulation at once, because nothing after a broken promise means anything; no exception,
   * so that the engine does not take it for a bug of its own and go on.
   */
  static final class Found extends Error {
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
