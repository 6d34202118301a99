package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import dev.orgform.model.Resource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the steps of a plan come from and rest on: enough to plan exactly them again, and no more of
 * the configuration than that.
 *
 * @param head of what is declared
 * @param base of what was declared before, where the plan was made from that too
 * @param terms those of the plan, without their base; what no step touches is ignored in them
 */
public record Grounds(Excerpt head, Optional<Excerpt> base, Terms terms) {

  /** The grounds of a plan that was made from these. */
  public static Grounds of(Desired desired, Terms terms, Plan plan) {
    return new Gathering(desired, terms, plan).grounds();
  }

  /** What is to be planned again. */
  public Desired desired() {
    return head.pinned();
  }

  /** In which terms it is to be planned again, where this much more has been said. */
  public Terms saying(Terms more) {
    var confirmed = new TreeSet<>(terms.confirmed());
    confirmed.addAll(more.confirmed());
    var all = terms.confirmed(confirmed).accepting(more.acceptedOneWay().or(terms::acceptedOneWay));
    return base.map(before -> all.since(before.pinned())).orElse(all);
  }

  /** The live objects that a plan's steps touch, and those that they rest on. */
  public static SortedMap<Address, Resource> footing(Plan plan) {
    var footing = new TreeMap<Address, Resource>();
    for (var step : plan.steps()) {
      switch (step.change()) {
        case Change.Create create -> restsOn(create.wanted(), plan, footing);
        case Change.Update update -> {
          footing.put(update.address(), update.live());
          restsOn(update.wanted(), plan, footing);
        }
        case Change.Delete delete -> footing.put(delete.address(), delete.live());
      }
    }
    return footing;
  }

  private static void restsOn(Resource wanted, Plan plan, SortedMap<Address, Resource> footing) {
    wanted
        .fields()
        .refs()
        .forEach(ref -> plan.live().resources().get(ref).ifPresent(one -> footing.put(ref, one)));
  }
}
