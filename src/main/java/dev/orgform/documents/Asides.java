package dev.orgform.documents;

import dev.orgform.model.Field;
import dev.orgform.model.Resource;
import dev.orgform.model.Value;
import dev.orgform.plan.Adoption;
import dev.orgform.plan.Difference;
import dev.orgform.plan.Drift;
import java.util.List;
import java.util.Optional;

/** Turns what a plan says beside its steps into parts of its document. */
final class Asides {
  private Asides() {}

  static LiveObject unmanaged(Resource resource) {
    return new LiveObject(
        resource.address(),
        resource.kind().type(),
        resource.id(),
        resource.label(),
        resource.fields().refs().stream().findFirst());
  }

  static DriftedObject drifted(Drift drift) {
    return switch (drift) {
      case Drift.Changed changed ->
          drifted(
              changed.live(),
              changed.declared(),
              DriftedObject.State.DRIFTED,
              changed.differences());
      case Drift.Missing missing ->
          new DriftedObject(
              missing.address(),
              missing.declared().kind().type(),
              Optional.empty(),
              missing.declared().label(),
              DriftedObject.State.MISSING,
              List.of(),
              missing.declared().fields().refs().stream().findFirst(),
              source(missing.declared()));
      case Drift.Added added ->
          new DriftedObject(
              added.address(),
              added.live().kind().type(),
              added.live().id(),
              added.live().label(),
              DriftedObject.State.DRIFTED,
              added.live().kind().fields().stream()
                  .filter(field -> field.shape() != Field.Shape.REF)
                  .map(Field::name)
                  .map(name -> new FieldChange(name, Value.unmanaged(), value(added.live(), name)))
                  .toList(),
              Optional.empty(),
              added.roll().place().map(Source::of));
      case Drift.Ignored ignored ->
          drifted(
              ignored.live(),
              ignored.declared(),
              DriftedObject.State.IGNORED,
              ignored.differences());
    };
  }

  private static DriftedObject drifted(
      Resource live, Resource declared, DriftedObject.State state, List<Difference> differences) {
    return new DriftedObject(
        declared.address(),
        declared.kind().type(),
        live.id(),
        live.label(),
        state,
        differences.stream().map(Asides::fromDeclared).toList(),
        Optional.empty(),
        source(declared));
  }

  /** Drift goes from what is declared to what is live. */
  private static FieldChange fromDeclared(Difference drift) {
    return new FieldChange(
        drift.field().name(), /* before= */ drift.after(), /* after= */ drift.before());
  }

  static AdoptedObject adopted(Adoption adoption) {
    return new AdoptedObject(
        adoption.address(),
        adoption.declared().kind().type(),
        adoption.live().id(),
        adoption.live().label(),
        adoption.takenOver().stream()
            .map(one -> new FieldChange(one.field().name(), one.before(), one.after()))
            .toList(),
        source(adoption.declared()));
  }

  private static Value value(Resource resource, String field) {
    return resource.fields().get(field);
  }

  private static Optional<Source> source(Resource declared) {
    return declared.place().map(Source::of);
  }
}
