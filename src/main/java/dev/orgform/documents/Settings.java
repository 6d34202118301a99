package dev.orgform.documents;

import dev.orgform.model.Address;
import java.util.Optional;

/** What applies made as it was declared. */
@FunctionalInterface
public interface Settings {
  /**
   * The number of the last run that made a field, or a whole object, as it was declared then.
   *
   * @param field empty for the object itself
   */
  Optional<Integer> of(Address address, Optional<String> field);
}
