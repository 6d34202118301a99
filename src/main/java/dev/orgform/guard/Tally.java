package dev.orgform.guard;

import dev.orgform.model.Field;
import dev.orgform.model.Kind;
import dev.orgform.model.Limited;
import dev.orgform.model.Resource;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts what a plan does, and of how many things it could. */
record Tally(Plan plan) {
  private static final String MEMBER = "member";

  /** How often the plan does it, over the whole run. */
  int done(Limited limited) {
    return (int)
        plan.steps().stream()
            .filter(step -> limited(step.change()).filter(limited::equals).isPresent())
            .count();
  }

  /** How many things it could be done to: what is live and declared, and what is about to go. */
  int all(Limited limited) {
    return switch (limited) {
      case DELETES -> declared(resource -> isDeletable(resource.kind())) + going(limited);
      case MEMBER_REMOVALS -> declared(resource -> isMember(resource.kind())) + going(limited);
      case ACCOUNT_MOVES -> declared(resource -> isMovable(resource.kind())) + coming();
      case UPDATES -> declared(resource -> true);
    };
  }

  private int declared(Predicate<Resource> some) {
    return (int) plan.live().resources().all().stream().filter(some).count();
  }

  /** What goes and is declared no more, and so is not among the declared. */
  private int going(Limited limited) {
    return (int)
        plan.steps().stream()
            .filter(step -> limited(step.change()).filter(limited::equals).isPresent())
            .filter(step -> plan.live().resources().get(step.address()).isEmpty())
            .count();
  }

  /** Accounts that join from nowhere are not live anywhere yet. */
  private int coming() {
    return (int) plan.steps().stream().filter(step -> joins(step.change())).count();
  }

  private static boolean joins(Change change) {
    return change instanceof Change.Create create && isMovable(create.kind());
  }

  /** What a change counts as; creations are not limited, unless nothing is created by them. */
  private static Optional<Limited> limited(Change change) {
    return switch (change) {
      case Change.Create create ->
          joins(create) ? Optional.of(Limited.ACCOUNT_MOVES) : Optional.empty();
      case Change.Update update ->
          Optional.of(
              update.differences().stream()
                      .anyMatch(some -> some.field().when() == Field.When.MOVES)
                  ? Limited.ACCOUNT_MOVES
                  : Limited.UPDATES);
      case Change.Delete delete ->
          Optional.of(isMember(delete.live().kind()) ? Limited.MEMBER_REMOVALS : Limited.DELETES);
    };
  }

  private static boolean isMember(Kind kind) {
    return kind.name().equals(MEMBER);
  }

  private static boolean isDeletable(Kind kind) {
    return kind.ending() == Kind.Ending.BY_DELETE && !isMember(kind);
  }

  private static boolean isMovable(Kind kind) {
    return kind.fields().stream().anyMatch(field -> field.when() == Field.When.MOVES);
  }
}
