package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns a plan into its document: what refers to other objects becomes ids, or not yet known. */
final class Draft {
  static final String ID = "id";

  private final SortedMap<Address, String> ids = new TreeMap<>();

  Draft(Plan plan) {
    plan.live()
        .everything()
        .forEach(resource -> resource.id().ifPresent(id -> ids.put(resource.address(), id)));
  }

  static PlanDocument of(Plan plan, String tool) {
    var draft = new Draft(plan);
    return new PlanDocument(
        tool,
        Optional.empty(),
        plan.steps().stream().map(draft::change).toList(),
        plan.unmanaged().stream().map(Asides::unmanaged).toList(),
        plan.drift().stream().map(Asides::drifted).toList(),
        plan.adopted().stream().map(Asides::adopted).toList(),
        plan.people(),
        plan.transfers(),
        plan.oneWay(),
        new TreeSet<>(plan.confirmed()),
        new TreeSet<>(plan.missing()),
        plan.diagnostics(),
        plan.live().requests());
  }

  private PlannedChange change(Step step) {
    var change = step.change();
    var deed = change.deed();
    return new PlannedChange(
        step.address(),
        change.kind().type(),
        Verb.of(change),
        before(change),
        after(change),
        unknown(change),
        fields(change),
        step.reason(),
        deed.undo(),
        deed.reach(),
        deed.needs(),
        deed.calls(),
        step.after(),
        source(change));
  }

  private SortedMap<String, Value> before(Change change) {
    return switch (change) {
      case Change.Create create -> new TreeMap<>();
      case Change.Update update -> asLive(update.live());
      case Change.Delete delete -> asLive(delete.live());
    };
  }

  private SortedMap<String, Value> after(Change change) {
    return switch (change) {
      case Change.Create create -> known(create.wanted().fields());
      case Change.Update update -> {
        var after = asLive(update.live());
        after.keySet().removeAll(unknown(update));
        update
            .differences()
            .forEach(d -> wire(d.after()).ifPresent(value -> after.put(d.field().name(), value)));
        yield after;
      }
      case Change.Delete delete -> new TreeMap<>();
    };
  }

  private SortedSet<String> unknown(Change change) {
    return switch (change) {
      case Change.Create create -> {
        var unknown = unknown(create.wanted().fields());
        if (hasIdOfItsOwn(create.kind())) {
          unknown.add(ID);
        }
        yield unknown;
      }
      case Change.Update update -> {
        var unknown = new TreeSet<String>();
        update.differences().stream()
            .filter(d -> wire(d.after()).isEmpty())
            .forEach(d -> unknown.add(d.field().name()));
        yield unknown;
      }
      case Change.Delete delete -> new TreeSet<>();
    };
  }

  private static List<FieldChange> fields(Change change) {
    return switch (change) {
      case Change.Create create ->
          told(create.wanted())
              .map(f -> new FieldChange(f.name(), Value.unmanaged(), value(create.wanted(), f)))
              .toList();
      case Change.Update update ->
          update.differences().stream()
              .map(d -> new FieldChange(d.field().name(), d.before(), d.after()))
              .toList();
      case Change.Delete delete ->
          told(delete.live())
              .map(f -> new FieldChange(f.name(), value(delete.live(), f), Value.unmanaged()))
              .toList();
    };
  }

  private static Stream<Field> told(Resource resource) {
    return resource.kind().fields().stream().filter(f -> value(resource, f).managed());
  }

  private static Value value(Resource resource, Field field) {
    return resource.fields().get(field.name());
  }

  private static boolean hasIdOfItsOwn(Kind kind) {
    return switch (kind.form()) {
      case Kind.Form.Branch branch -> true;
      case Kind.Form.Block block -> false;
      case Kind.Form.Roster roster -> true;
      // Its id is known before.
      case Kind.Form.Labelled labelled -> false;
    };
  }

  /** Everything live of an object as it is on the wire, its id among it. */
  SortedMap<String, Value> asLive(Resource live) {
    var fields = known(live.fields());
    live.id().ifPresent(id -> fields.put(ID, Value.text(id)));
    return fields;
  }

  private SortedMap<String, Value> known(Fields fields) {
    var known = new TreeMap<String, Value>();
    fields.values().forEach((name, value) -> wire(value).ifPresent(wire -> known.put(name, wire)));
    return known;
  }

  private SortedSet<String> unknown(Fields fields) {
    var unknown = new TreeSet<>(fields.values().keySet());
    unknown.removeAll(known(fields).keySet());
    return unknown;
  }

  /** The value as the API has it; empty for the id of something that does not exist yet. */
  private Optional<Value> wire(Value value) {
    return switch (value) {
      case Value.Ref ref -> Optional.ofNullable(ids.get(ref.to())).map(Value::text);
      case Value.Json json -> Optional.of(Value.text(json.spelling()));
      case Value.Text text -> Optional.of(text);
      case Value.Number number -> Optional.of(number);
      case Value.Flag flag -> Optional.of(flag);
      case Value.Many many -> Optional.of(many);
      case Value.Tree tree -> Optional.of(tree);
      case Value.None none -> Optional.of(none);
      case Value.Unmanaged unmanaged -> Optional.empty();
    };
  }

  private static Optional<Source> source(Change change) {
    return switch (change) {
      case Change.Create create -> create.wanted().place().map(Source::of);
      case Change.Update update -> update.wanted().place().map(Source::of);
      case Change.Delete delete -> Optional.of(Source.of(delete.removal().place()));
    };
  }
}
