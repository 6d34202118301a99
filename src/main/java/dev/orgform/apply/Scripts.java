package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How changes are made, and what is known once they are.
 *
 * @param writes the kinds by name
 * @param bindings the ids that are known by now
 */
record Scripts(Function<String, Writes> writes, Bindings bindings) {

  Script<Outcome> of(Change change) {
    var kind = writes.apply(change.kind().name());
    return switch (change) {
      case Change.Create create -> kind.create(create.wanted(), bindings);
      case Change.Update update -> kind.update(update.live(), changes(update), bindings);
      case Change.Delete delete -> kind.delete(delete.live(), bindings);
    };
  }

  private static Fields changes(Change.Update update) {
    var changes = new TreeMap<String, Value>();
    update.differences().forEach(d -> changes.put(d.field().name(), d.after()));
    return new Fields(changes);
  }

  /** What is done may be built upon. */
  void remember(Change change, Outcome.Done done) {
    switch (change) {
      case Change.Create create ->
          done.id().ifPresent(id -> bindings.created(create.address(), id));
      case Change.Update update -> {}
      case Change.Delete delete -> delete.live().id().ifPresent(bindings::deleted);
    }
  }
}
