package dev.orgform.guard;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Optional;

/** The types of what rules see, so that a misspelled field is an error before anything runs. */
final class Shapes implements CelTypeProvider {
  static final String CHANGE = "change";
  static final String CHANGES = "changes";
  static final String SUMMARY = "summary";

  private static final StructType FIELD =
      shape(
          "Field",
          ImmutableMap.of(
              "name", SimpleType.STRING, "before", SimpleType.DYN, "after", SimpleType.DYN));

  private static final StructType ONE_CHANGE =
      shape(
          "Change",
          ImmutableMap.<String, CelType>builder()
              .put("action", SimpleType.STRING)
              .put("address", SimpleType.STRING)
              .put("kind", SimpleType.STRING)
              .put("key", SimpleType.STRING)
              .put("id", SimpleType.STRING)
              .put("name", SimpleType.STRING)
              .put("reversible", SimpleType.BOOL)
              .put("fields", ListType.create(reference(FIELD)))
              .buildOrThrow());

  private static final StructType COUNTS =
      shape(
          "Summary",
          ImmutableMap.of(
              "changes", SimpleType.INT,
              "creates", SimpleType.INT,
              "updates", SimpleType.INT,
              "deletes", SimpleType.INT,
              "one_way", SimpleType.INT));

  /** What each variable is. */
  static CelType change() {
    return reference(ONE_CHANGE);
  }

  static CelType changes() {
    return ListType.create(reference(ONE_CHANGE));
  }

  static CelType summary() {
    return reference(COUNTS);
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of(FIELD, ONE_CHANGE, COUNTS);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return types().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  private static StructType shape(String name, ImmutableMap<String, CelType> fields) {
    return StructType.create(
        name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
  }

  private static CelType reference(StructType shape) {
    return StructTypeReference.create(shape.name());
  }
}
