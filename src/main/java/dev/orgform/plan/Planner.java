package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Field;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares what is desired with what is live and says what to do about it, in order. */
public final class Planner {
  private final Desired desired;
  private final Live live;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final SortedMap<Address, Change> changes = new TreeMap<>();

  private Planner(Desired desired, Live live) {
    this.desired = desired;
    this.live = live;
  }

  /** The plan; the same inputs give the same plan, whatever order they were listed in. */
  public static Plan plan(Desired desired, Live live, Set<Confirmation> confirmed) {
    return new Planner(desired, live).plan(confirmed);
  }

  private Plan plan(Set<Confirmation> confirmed) {
    desired.resources().all().forEach(this::compare);
    var removals = new Removals(desired.removals(), live);
    removals.deletions().forEach(deletion -> changes.put(deletion.address(), deletion));
    diagnostics.addAll(removals.diagnostics());
    diagnostics.addAll(Lookalikes.warnings(changes.values(), staying(live.undeclared().all())));
    var unmanaged = staying(Unmanaged.under(live));
    return new Plan(steps(), live, unmanaged, confirmed, diagnostics);
  }

  private void compare(Resource wanted) {
    var found = live.resources().get(wanted.address());
    if (found.isEmpty()) {
      changes.put(wanted.address(), new Change.Create(wanted));
      return;
    }
    var differences = Difference.between(found.get(), wanted);
    var fixed = differences.stream().filter(d -> d.field().when() == Field.When.AT_BIRTH).toList();
    fixed.forEach(difference -> diagnostics.add(cannotChange(wanted, difference)));
    if (fixed.isEmpty() && !differences.isEmpty()) {
      changes.put(wanted.address(), new Change.Update(found.get(), wanted, differences));
    }
  }

  private Diagnostic cannotChange(Resource wanted, Difference difference) {
    var field = difference.field();
    return Diagnostic.error(
            Code.FIXED_FIELD, "The " + field.name() + " of " + wanted.address() + " cannot change")
        .because(
            "It is "
                + words(difference.before())
                + " and should be "
                + words(difference.after())
                + ". "
                + field.why())
        .todo(
            "Declare it as it is. Where a new object is meant, give that a key of its own, and say"
                + " under `removed` that the old one shall go.")
        .about(wanted.address())
        .at(desired.place(wanted.address(), field.name()));
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Ref ref -> ref.to().toString();
      case Value.Text text -> "\"" + text.text() + "\"";
      case Value.None none -> "none";
      case Value.Json json -> json.spelling();
      case Value.Number number -> number.number().toString();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Many many -> "a list";
      case Value.Tree tree -> "a map";
      case Value.Unmanaged unmanaged -> "not known";
    };
  }

  private List<Resource> staying(Collection<Resource> undeclared) {
    return undeclared.stream()
        .filter(resource -> !changes.containsKey(resource.address()))
        .toList();
  }

  private List<Step> steps() {
    var everythingLive =
        Stream.concat(live.resources().all().stream(), live.undeclared().all().stream()).toList();
    var order = new Order(changes.values(), desired.resources().all(), everythingLive);
    return Order.sorted(
        changes.values().stream()
            .map(change -> new Step(change, order.before(change.address()), Reason.of(change)))
            .toList());
  }
}
