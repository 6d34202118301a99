package dev.orgform.apply;

import dev.orgform.api.Script;
import dev.orgform.model.Checked;
import java.util.List;
import java.util.Optional;

/** How to find what was created, for a kind whose objects have no natural key. */
public interface Seeks {
  /**
   * The ids of all live objects below that parent with that name.
   *
   * @param parent empty for the top level
   */
  Script<Checked<List<String>>> named(Optional<String> parent, String name);

  /**
   * Where a list shows the object; empty while none does.
   *
   * @param parent where it must be, empty for the top level
   * @param name what it must be called
   */
  Script<Checked<Optional<Sight>>> shows(String id, Optional<String> parent, String name);

  /**
   * Whether parent and name are a natural key, so that an API that speaks of a conflict has made
   * nothing.
   */
  default boolean isUnique() {
    return false;
  }

  /** What an id turns out to be. */
  enum Sight {
    /** The object that was to be created. */
    IT,
    /** Some other object. */
    ANOTHER
  }
}
