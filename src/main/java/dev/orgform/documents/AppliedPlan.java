package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Counts;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan and what became of it.
 *
 * @param plan what was to be done
 * @param done the addresses of the changes that got done; what was sent and is not known to have
 *     taken effect is not among them
 * @param why what became of the rest
 */
public record AppliedPlan(PlanDocument plan, SortedSet<Address> done, List<Diagnostic> why) {
  public AppliedPlan {
    done = Collections.unmodifiableSortedSet(new TreeSet<>(done));
    why = List.copyOf(why);
  }

  /** Whether every change got done. */
  public boolean complete() {
    return left() == 0;
  }

  /** How many changes did not get done, or nobody can tell. */
  public int left() {
    return plan.changes().size() - changes().size();
  }

  /** The changes that got done. */
  public List<PlannedChange> changes() {
    return plan.changes().stream().filter(one -> done.contains(one.address())).toList();
  }

  /** What was really done. */
  public Counts counts() {
    return plan.changing(changes()).counts();
  }
}
