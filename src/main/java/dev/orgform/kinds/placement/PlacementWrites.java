package dev.orgform.kinds.placement;

import static dev.orgform.kinds.placement.PlacementKind.ORGANIZATION;

import dev.orgform.api.Script;
import dev.orgform.apply.Means;
import dev.orgform.apply.Outcome;
import dev.orgform.apply.Writes;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.Optional;

/**
 * Moves accounts, one by one. An account has its own id before and after, so that where it is tells
 * what came of a move; nothing need be sought.
 */
public final class PlacementWrites implements Writes {
  private final Means means;

  public PlacementWrites(Means means) {
    this.means = means;
  }

  /** An account that is in no organization joins one. */
  @Override
  public Script<Outcome> create(Resource wanted, Bindings bindings) {
    return move(wanted, Optional.empty(), wanted.fields().get(ORGANIZATION), bindings);
  }

  @Override
  public Script<Outcome> update(Resource planned, Fields changes, Bindings bindings) {
    var source = bindings.id(planned.fields().get(ORGANIZATION));
    return move(planned, source, changes.get(ORGANIZATION), bindings);
  }

  private Script<Outcome> move(
      Resource account, Optional<String> source, Value destination, Bindings bindings) {
    var target = bindings.id(destination).orElseThrow();
    return new MoveAccount(means, account.address(), source, target, bindings.isFresh(destination))
        .script();
  }

  @Override
  public Script<Outcome> delete(Resource planned, Bindings bindings) {
    throw new IllegalStateException("nothing takes an account out of an organization");
  }
}
