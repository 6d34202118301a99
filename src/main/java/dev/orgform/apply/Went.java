package dev.orgform.apply;

import dev.orgform.api.Refusal;
import dev.orgform.api.Reply;
import java.util.Set;

/**
 * How one try of a step went.
 *
 * @param hidden whether the API may only not speak yet of what this run has just created, so that
 *     another try may go better
 */
public record Went(Outcome outcome, boolean hidden) {
  private static final Set<Integer> NOT_YET = Set.of(403, 404);

  /** It is over. */
  public static Went over(Outcome outcome) {
    return new Went(outcome, false);
  }

  /** The same, where something was sent before that may have taken effect. */
  public Went afterUnknown() {
    return new Went(Attempt.afterUnknown(outcome), hidden);
  }

  /** This one after another, which may have left it open whether something took effect. */
  Went after(Went earlier) {
    return earlier.outcome instanceof Outcome.Unknown ? afterUnknown() : this;
  }

  /**
   * It was refused.
   *
   * @param fresh whether it is about something that this run created
   */
  public static Went refused(Outcome outcome, Reply reply, boolean fresh) {
    return new Went(
        outcome,
        fresh
            && reply instanceof Reply.Answer answer
            && NOT_YET.contains(answer.status())
            && !Refusal.isOfCredentials(reply));
  }
}
