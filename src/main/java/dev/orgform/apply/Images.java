package dev.orgform.apply;

import dev.orgform.model.Bindings;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.store.Image;
import java.util.List;
import java.util.Optional;
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
          new Image(change.address(), "create", owner(create.wanted(), bindings), new TreeMap<>());
      case Change.Update update -> {
        var before = new TreeMap<String, Value>();
        update.differences().forEach(one -> before.put(one.field().name(), one.before()));
        before.values().removeIf(value -> !value.managed());
        yield new Image(change.address(), "update", owner(update.live(), bindings), before);
      }
      case Change.Delete delete ->
          new Image(
              change.address(),
              "delete",
              owner(delete.live(), bindings),
              delete.live().fields().values());
    };
  }

  private static Optional<String> owner(Resource resource, Bindings bindings) {
    return switch (resource.kind().form()) {
      case Kind.Form.Branch branch -> resource.id();
      case Kind.Form.Owned form -> bindings.id(resource.fields().get(form.owner()));
    };
  }
}
