package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Desired;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * How a plan is to be made, beside what is desired and what is live.
 *
 * @param base what was declared when it was last applied; without it, live is made to match
 * @param converge whether drift is fixed too; without a base it always is
 * @param selection which changes are wanted at all
 * @param ignored whether drift of an address's field is nobody's business
 * @param unfinished what an earlier run was about to create and nobody has seen yet
 * @param confirmed what a person has said already
 * @param acceptedOneWay the hash of the one-way steps that a person has accepted
 */
public record Terms(
    Optional<Desired> base,
    boolean converge,
    Selection selection,
    BiPredicate<Address, String> ignored,
    SortedSet<Address> unfinished,
    Set<Confirmation> confirmed,
    Optional<String> acceptedOneWay) {

  /** Everything as declared, and nothing said in advance. */
  public static final Terms PLAIN =
      new Terms(
          Optional.empty(),
          false,
          Selection.ALL,
          (address, field) -> false,
          new TreeSet<>(),
          Set.of(),
          Optional.empty());

  public Terms {
    unfinished = Collections.unmodifiableSortedSet(new TreeSet<>(unfinished));
    confirmed = Collections.unmodifiableSortedSet(new TreeSet<>(confirmed));
  }

  public Terms since(Desired declaredBefore) {
    return new Terms(
        Optional.of(declaredBefore),
        converge,
        selection,
        ignored,
        unfinished,
        confirmed,
        acceptedOneWay);
  }

  public Terms converging(boolean alsoDrift) {
    return new Terms(base, alsoDrift, selection, ignored, unfinished, confirmed, acceptedOneWay);
  }

  public Terms only(Selection some) {
    return new Terms(base, converge, some, ignored, unfinished, confirmed, acceptedOneWay);
  }

  public Terms ignoring(BiPredicate<Address, String> some) {
    return new Terms(base, converge, selection, some, unfinished, confirmed, acceptedOneWay);
  }

  public Terms finishing(SortedSet<Address> some) {
    return new Terms(base, converge, selection, ignored, some, confirmed, acceptedOneWay);
  }

  public Terms confirmed(Set<Confirmation> said) {
    return new Terms(base, converge, selection, ignored, unfinished, said, acceptedOneWay);
  }

  public Terms accepting(Optional<String> oneWay) {
    return new Terms(base, converge, selection, ignored, unfinished, confirmed, oneWay);
  }
}
