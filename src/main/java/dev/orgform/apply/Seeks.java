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

  /** Whether a list shows the object. */
  Script<Checked<Boolean>> shows(String id);
}
