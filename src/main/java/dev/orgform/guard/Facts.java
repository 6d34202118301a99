package dev.orgform.guard;

import dev.cel.common.values.NullValue;
import dev.orgform.model.Deed;
import dev.orgform.model.Fields;
import dev.orgform.model.Value;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as rules see it, in the types that {@link Shapes} declares. */
final class Facts {
  private final Plan plan;
  private final List<Map<String, Object>> changes;
  private final Map<String, Object> summary;

  Facts(Plan plan) {
    this.plan = plan;
    this.changes = plan.steps().stream().map(Facts::change).toList();
    this.summary = summary(plan);
  }

  Plan plan() {
    return plan;
  }

  Map<String, Object> ofPlan() {
    return Map.of(Shapes.CHANGES, changes, Shapes.SUMMARY, summary);
  }

  Map<String, Object> of(Step step) {
    var all = new LinkedHashMap<>(ofPlan());
    all.put(Shapes.CHANGE, change(step));
    return all;
  }

  private static Map<String, Object> summary(Plan plan) {
    var counts = plan.counts();
    return Map.of(
        "changes", (long) plan.steps().size(),
        "creates", (long) counts.add(),
        "updates", (long) counts.change(),
        "deletes", (long) counts.destroy(),
        "one_way", plan.steps().stream().filter(Step::oneWay).count());
  }

  private static Map<String, Object> change(Step step) {
    var change = step.change();
    var subject =
        switch (change) {
          case Change.Create create -> create.wanted();
          case Change.Update update -> update.live();
          case Change.Delete delete -> delete.live();
        };
    var facts = new LinkedHashMap<String, Object>();
    facts.put("action", action(change));
    facts.put("address", change.address().toString());
    facts.put("kind", change.kind().name());
    facts.put("key", change.address().key());
    facts.put("id", subject.id().orElse(""));
    facts.put("name", subject.fields().get("name") instanceof Value.Text name ? name.text() : "");
    facts.put("reversible", change.deed().undo() != Deed.Undo.SUPPORT_ONLY);
    facts.put("fields", fields(change));
    return facts;
  }

  private static String action(Change change) {
    return switch (change) {
      case Change.Create create -> "create";
      case Change.Update update -> "update";
      case Change.Delete delete -> "delete";
    };
  }

  private static List<Map<String, Object>> fields(Change change) {
    var fields = new ArrayList<Map<String, Object>>();
    switch (change) {
      case Change.Create create -> all(create.wanted().fields(), true, fields);
      case Change.Delete delete -> all(delete.live().fields(), false, fields);
      case Change.Update update ->
          update
              .differences()
              .forEach(one -> fields.add(field(one.field().name(), one.before(), one.after())));
    }
    return fields;
  }

  private static void all(Fields values, boolean isNew, List<Map<String, Object>> fields) {
    values
        .values()
        .forEach(
            (name, value) ->
                fields.add(
                    isNew ? field(name, Value.none(), value) : field(name, value, Value.none())));
  }

  private static Map<String, Object> field(String name, Value before, Value after) {
    return Map.of("name", name, "before", plain(before), "after", plain(after));
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Json json -> plain(json.content());
      case Value.Number number -> plain(number.number());
      case Value.Flag flag -> flag.on();
      case Value.Many many -> many.values().stream().map(Facts::plain).toList();
      case Value.Tree tree -> {
        var branches = new LinkedHashMap<String, Object>();
        tree.branches().forEach((name, branch) -> branches.put(name, plain(branch)));
        yield branches;
      }
      case Value.Ref ref -> ref.to().toString();
      case Value.None none -> NullValue.NULL_VALUE;
      case Value.Unmanaged unmanaged -> NullValue.NULL_VALUE;
    };
  }

  /** Whole numbers as such where they fit, because rules compare with {@code 3} and not 3.0. */
  private static Object plain(BigDecimal number) {
    boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
    return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
  }
}
