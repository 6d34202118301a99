package dev.orgform.documents;

import dev.orgform.model.Address;
import java.util.List;
import java.util.Optional;

/**
 * One object that exists and is declared for the first time, or some fields of it.
 *
 * @param type Terraform's name for its kind
 * @param id empty where its kind has none
 * @param name what it is called live; empty where it has no name
 * @param takenOver what the plan overwrites: before is what is live, after is what is declared
 * @param source where it is declared
 */
public record AdoptedObject(
    Address address,
    String type,
    Optional<String> id,
    String name,
    List<FieldChange> takenOver,
    Optional<Source> source) {
  public AdoptedObject {
    takenOver = List.copyOf(takenOver);
  }
}
