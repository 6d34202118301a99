package dev.orgform.report.findings;

import dev.orgform.documents.AppliedPlan;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.PlannedChange;
import dev.orgform.documents.Touching;
import dev.orgform.model.Deed;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Counts;
import dev.orgform.plan.Person;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of a run, and nothing that anybody else wrote. */
public sealed interface Summary {

  /**
   * Of a plan.
   *
   * @param moves how many of the changes give something another parent
   * @param adopted what exists and is declared for the first time
   * @param oneWay how many steps only Cloudflare Support could undo
   * @param lasting how many of the changes make what a revert of the YAML does not unmake
   * @param oneWayHash their hash; empty where there is none
   * @param missing what a person must still say
   * @param refused whether something is in the way that no confirmation lifts
   * @param hash over what would be done
   * @param calls requests that applying takes when all goes well
   * @param needs the weakest credential for it
   * @param reading requests that the reading took
   * @param reach how many changes make somebody super administrator, or end that, by whom
   * @param unsecured how many people are or become super administrators without two-factor
   *     authentication
   * @param drifted how much others changed, which the plan leaves as it is
   * @param elsewhere how much of that the plan has nothing to do with
   * @param unmanaged how much lives under what is managed and is declared nowhere
   */
  record Planned(
      Counts counts,
      int moves,
      int adopted,
      int oneWay,
      int lasting,
      Optional<String> oneWayHash,
      List<Confirmation> missing,
      boolean refused,
      String hash,
      int calls,
      Deed.Needs needs,
      int reading,
      SortedMap<Deed.Reach, Integer> reach,
      int unsecured,
      int drifted,
      int elsewhere,
      int unmanaged)
      implements Summary {
    public Planned {
      missing = List.copyOf(missing);
      reach = Collections.unmodifiableSortedMap(new TreeMap<>(reach));
    }

    /** How many changes there are. */
    public int changes() {
      return counts.add() + counts.change() + counts.destroy();
    }
  }

  /**
   * Of a survey.
   *
   * @param managed how many live organizations are declared
   * @param seen how many there are
   * @param reading requests that the reading took
   * @param since the run that it is compared with, where it is
   */
  record Surveyed(
      int drifted,
      int missing,
      int unmanaged,
      int ignored,
      int doomed,
      int managed,
      int seen,
      int reading,
      Optional<Older> since)
      implements Summary {

    /**
     * What was left out, because it was so before.
     *
     * @param run the number of the run that it was so before
     * @param known how many objects
     */
    public record Older(int run, int known) {}

    /** Whether anything drifted or is missing. */
    public boolean isDrift() {
      return drifted + missing > 0;
    }
  }

  /**
   * Of a plan that was applied.
   *
   * @param plan what was to be done
   * @param counts what was done
   * @param left how many changes did not get done, or nobody can tell
   */
  record Applied(Planned plan, Counts counts, int left) implements Summary {

    /** How many changes got done. */
    public int done() {
      return plan.changes() - left;
    }
  }

  /** Of a run that came to no document. */
  record Failed(int errors) implements Summary {}

  static Planned of(PlanDocument plan) {
    long drifted =
        plan.drift().stream().filter(one -> one.state() != DriftedObject.State.IGNORED).count();
    return new Planned(
        plan.counts(),
        (int) plan.changes().stream().filter(PlannedChange::isMove).count(),
        plan.adopted().size(),
        (int) plan.changes().stream().filter(PlannedChange::oneWay).count(),
        (int) plan.changes().stream().filter(PlannedChange::isLasting).count(),
        plan.oneWay(),
        List.copyOf(plan.missing()),
        plan.refused(),
        plan.hash(),
        plan.calls(),
        plan.needs(),
        plan.requests(),
        plan.reach(),
        Person.heads(plan.unsecured()),
        (int) drifted,
        (int) drifted - Touching.of(plan).size(),
        plan.unmanaged().size());
  }

  static Applied of(AppliedPlan applied) {
    return new Applied(of(applied.plan()), applied.counts(), applied.left());
  }

  static Surveyed of(DriftDocument drift) {
    return new Surveyed(
        drift.in(DriftedObject.State.DRIFTED).size(),
        drift.in(DriftedObject.State.MISSING).size(),
        drift.unmanaged().size(),
        drift.in(DriftedObject.State.IGNORED).size(),
        drift.doomed().size(),
        drift.managed(),
        drift.seen(),
        drift.requests(),
        drift.ages().map(ages -> new Surveyed.Older(ages.since().run(), ages.known().size())));
  }
}
