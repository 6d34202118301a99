package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.model.Bindings;
import dev.orgform.model.Fields;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import java.util.List;
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

  /** How many changes like this one may go together. */
  int together(Change change) {
    return change instanceof Change.Create ? writes.apply(change.kind().name()).together() : 1;
  }

  /** Whether two changes may go together. */
  static boolean isAlike(Change one, Change other) {
    return one instanceof Change.Create create
        && other instanceof Change.Create with
        && create.kind().name().equals(with.kind().name())
        && create.wanted().fields().refs().equals(with.wanted().fields().refs());
  }

  /** How each of some changes ends that go together. */
  Script<List<Outcome>> of(List<Change> changes) {
    if (changes.size() == 1) {
      return of(changes.getFirst()).map(List::of);
    }
    var wanted =
        changes.stream().map(Change.Create.class::cast).map(Change.Create::wanted).toList();
    return writes.apply(changes.getFirst().kind().name()).createTogether(wanted, bindings);
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
