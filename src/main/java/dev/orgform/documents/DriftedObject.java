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
 */
public record DriftedObject(
    Address address,
    String type,
    Optional<String> id,
    String name,
    State state,
    List<FieldChange> fields,
    Optional<Address> within,
    Optional<Source> source) {
  public DriftedObject {
    fields = List.copyOf(fields);
  }

  /** Whether it is there though a list that says all does not name it. */
  public boolean isAdded() {
    return state == State.DRIFTED
        && !fields.isEmpty()
        && fields.stream().noneMatch(field -> field.before().managed());
  }

  /** In which way something is not as declared. */
  public enum State {
    /** Somebody changed it elsewhere, or added it to a list that says all. */
    DRIFTED,
    /** It was there and is not there any more. */
    MISSING,
    /** It is not as declared, which the guard file says is nobody's business. */
    IGNORED
  }
}
