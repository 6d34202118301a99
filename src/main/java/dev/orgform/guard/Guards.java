package dev.orgform.guard;

import dev.orgform.model.Diagnostic;
import dev.orgform.model.Policy;
import dev.orgform.plan.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes guards of guard files; without rules in them, nothing of CEL is loaded. */
public final class Guards {
  private Guards() {}

  /**
   * The guards of a run. Where the base has a policy too, the stricter of both holds, so that guard
   * and guarded cannot be taken away by one change.
   *
   * @param base what the guard file of the base says, where there is a base
   */
  public static List<Guard> of(Policy head, Optional<Policy> base) {
    var guards = new ArrayList<Guard>(alone(head));
    guards.add(new NothingLeft());
    base.filter(policy -> !policy.equals(head))
        .ifPresent(policy -> guards.add(new Weakened(alone(head), alone(policy))));
    return List.copyOf(guards);
  }

  /** What of a guard file can be told to be wrong without any plan: its rules, compiled. */
  public static List<Diagnostic> check(Policy policy) {
    return policy.rules().isEmpty() ? List.of() : new Rules(policy.rules()).check();
  }

  private static List<Guard> alone(Policy policy) {
    var guards = new ArrayList<Guard>();
    if (!policy.protections().isEmpty()) {
      guards.add(new Protected(policy));
    }
    guards.add(new Keepers(policy.admins()));
    if (!policy.limits().isEmpty()) {
      guards.add(new Limits(policy.limits()));
    }
    if (!policy.rules().isEmpty()) {
      guards.add(new Rules(policy.rules()));
    }
    return guards;
  }
}
