package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import java.util.List;

/**
 * First contact: something that exists is declared for the first time, or a field of it.
 *
 * @param live what exists
 * @param declared what the YAML says of it now
 * @param takenOver the fields that hold something else and that the plan overwrites; of what a list
 *     does not name that is declared for the first time, the field by which it would
 */
public record Adoption(Resource live, Resource declared, List<Difference> takenOver) {
  public Adoption {
    takenOver = List.copyOf(takenOver);
  }

  public Address address() {
    return declared.address();
  }
}
