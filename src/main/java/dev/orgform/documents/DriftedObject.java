package dev.orgform.documents;

import dev.orgform.model.Address;
import java.util.List;
import java.util.Optional;

/**
 * One object that is not as declared and that a plan leaves as it is.
 *
 * @param type Terraform's name for its kind
 * @param id of the live object; empty where it has none, or where nothing is live
 * @param name what it is called live, else as declared; empty where it has no name
 * @param state in which way it is not as declared
 * @param fields what differs: before is what is declared, after is what is live; of what is not
 *     declared and shall not be there, nothing is before
 * @param within of what is missing, the object it is declared under, where there is one
 * @param source where it is declared; of what was added, where the list begins
 * @param origins one for each field, or one for an object that is missing or was added, where that
 *     was asked; a plan with a base needs not ask, because the base proves that live changed
 */
public record DriftedObject(
    Address address,
    String type,
    Optional<String> id,
    String name,
    State state,
    List<FieldChange> fields,
    Optional<Address> within,
    Optional<Source> source,
    List<Origin> origins) {
  public DriftedObject {
    fields = List.copyOf(fields);
    origins = List.copyOf(origins);
  }

  /** Of which nobody asked on which side it came about. */
  public DriftedObject(
      Address address,
      String type,
      Optional<String> id,
      String name,
      State state,
      List<FieldChange> fields,
      Optional<Address> within,
      Optional<Source> source) {
    this(address, type, id, name, state, fields, within, source, List.of());
  }

  /** The same, saying on which side it came about. */
  DriftedObject from(List<Origin> causes) {
    return new DriftedObject(address, type, id, name, state, fields, within, source, causes);
  }

  /**
   * On which side it came about as a whole: elsewhere where any of it did, in the YAML where all of
   * it did.
   */
  public Origin.Cause cause() {
    if (origins.isEmpty() || isAny(Origin.Cause.ELSEWHERE)) {
      return Origin.Cause.ELSEWHERE;
    }
    return isAny(Origin.Cause.UNKNOWN) ? Origin.Cause.UNKNOWN : Origin.Cause.DECLARED;
  }

  private boolean isAny(Origin.Cause cause) {
    return origins.stream().anyMatch(one -> one.cause() == cause);
  }

  /** Whether all of it came about elsewhere. */
  public boolean isElsewhere() {
    return origins.stream().allMatch(one -> one.cause() == Origin.Cause.ELSEWHERE);
  }

  /** Whether a field came about elsewhere. */
  public boolean isElsewhere(String field) {
    return origins.isEmpty()
        || origins.stream()
            .anyMatch(
                one ->
                    one.cause() == Origin.Cause.ELSEWHERE
                        && one.field().equals(Optional.of(field)));
  }

  /** The origins that a change of the YAML explains, which is nobody's doing elsewhere. */
  public List<Origin> declared() {
    return origins.stream().filter(one -> one.cause() == Origin.Cause.DECLARED).toList();
  }

  /** Whether a change of the YAML explains a field, or the object itself. */
  public boolean isDeclared(Optional<String> field) {
    return declared().stream().anyMatch(one -> one.field().equals(field));
  }

  /** Whether it is there though a list that says all does not name it. */
  public boolean isAdded() {
    return state == State.DRIFTED
        && !fields.isEmpty()
        && fields.stream().noneMatch(field -> field.before().managed());
  }

  /** In which way something is not as declared. */
  public enum State {
    /** A declared field is something else, or it is not on a list that says all. */
    DRIFTED,
    /** It is declared and not there. */
    MISSING,
    /** It is not as declared, which the guard file says is nobody's business. */
    IGNORED
  }
}
