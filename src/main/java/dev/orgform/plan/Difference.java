package dev.orgform.plan;

import dev.orgform.model.Field;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import java.util.List;

/** One field that is not what it should be. */
public record Difference(Field field, Value before, Value after) {

  /** What of the wanted is not so, in the order of the kind's fields; omitted fields never are. */
  static List<Difference> between(Resource live, Resource wanted) {
    return wanted.kind().fields().stream()
        .map(field -> of(field, live.fields(), wanted.fields()))
        .filter(difference -> difference.after.managed())
        .filter(difference -> !difference.before.means(difference.after))
        .toList();
  }

  private static Difference of(Field field, Fields before, Fields after) {
    return new Difference(field, before.get(field.name()), after.get(field.name()));
  }
}
