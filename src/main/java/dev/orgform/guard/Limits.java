package dev.orgform.guard;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Limit;
import dev.orgform.model.Limited;
import dev.orgform.plan.Guard;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** No run does more than the guard file lets it, counted over the whole run. */
record Limits(SortedMap<Limited, Limit> limits) implements Guard {

  @Override
  public List<Diagnostic> objections(Plan plan) {
    var tally = new Tally(plan);
    var objections = new ArrayList<Diagnostic>();
    limits.forEach(
        (limited, limit) -> {
          int done = tally.done(limited);
          int all = tally.all(limited);
          if (done > limit.allows(all)) {
            objections.add(objection(limited, limit, done, all));
          }
        });
    return objections;
  }

  private static Diagnostic objection(Limited limited, Limit limit, int done, int all) {
    int allowed = limit.allows(all);
    return Diagnostic.error(
            Code.LIMIT_EXCEEDED,
            "The plan makes %s, and %d %s allowed"
                .formatted(limited.times(done), allowed, allowed == 1 ? "is" : "are"))
        .because(
            "The guard file allows %s at %s%s."
                .formatted(
                    limit.words(),
                    limit.place(),
                    limit.percent().isPresent() ? ", of " + all + " " + limited.whole() : ""))
        .todo(
            "Check that all of it is meant. If so, do it in several smaller changes, or first raise"
                + " `limits."
                + limited.word()
                + "` in a reviewed change of its own.")
        .at(limit.place());
  }
}
