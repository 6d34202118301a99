package dev.orgform.guard;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A compiled rule, to be asked of facts. */
record Question(CelRuntime.Program program) {

  /** Its answer; anything but true and false is none. */
  Answer ask(Map<String, Object> facts, Budget budget) {
    if (budget.isSpent()) {
      return spent();
    }
    try {
      return program.trace(facts, budget) instanceof Boolean met
          ? met ? new Answer.Met() : new Answer.Broken()
          : new Answer.Failed("It is neither true nor false.");
    } catch (CelEvaluationException e) {
      return budget.isSpent() ? spent() : new Answer.Failed(Language.sentence(e.getMessage()));
    }
  }

  private static Answer spent() {
    return new Answer.Failed("The rules of this file take too long over this plan.");
  }
}
