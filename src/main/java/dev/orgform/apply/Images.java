package dev.orgform.apply;

import dev.orgform.model.Bindings;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.store.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a plan is about to change, as it was when the plan was made. */
final class Images {
  private Images() {}

  static List<Image> of(Plan plan) {
    var bindings = Bindings.of(plan.live());
    return plan.steps().stream().map(step -> of(step.change(), bindings)).toList();
  }

  private static Image of(Change change, Bindings bindings) {
    return switch (change) {
      case Change.Create create ->
          new Image(
              change.address(),
              "create",
              owner(create.wanted(), bindings),
              new TreeMap<>(),
              managed(create.wanted().fields().values()));
      case Change.Update update -> {
        var before = new TreeMap<String, Value>();
        var after = new TreeMap<String, Value>();
        for (var one : update.differences()) {
          before.put(one.field().name(), one.before());
          after.put(one.field().name(), one.after());
        }
        yield new Image(
            change.address(),
            "update",
            owner(update.live(), bindings),
            managed(before),
            managed(after));
      }
      case Change.Delete delete ->
          new Image(
              change.address(),
              "delete",
              owner(delete.live(), bindings),
              delete.live().fields().values(),
              new TreeMap<>());
    };
  }

  private static SortedMap<String, Value> managed(Map<String, Value> fields) {
    var managed = new TreeMap<>(fields);
    managed.values().removeIf(value -> !value.managed());
    return managed;
  }

  private static Optional<String> owner(Resource resource, Bindings bindings) {
    return switch (resource.kind().form()) {
      case Kind.Form.Branch branch -> resource.id();
      case Kind.Form.Owned form -> bindings.id(resource.fields().get(form.owner()));
    };
  }
}
