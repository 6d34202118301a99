package dev.orgform.live;

import dev.orgform.api.Script;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Resource;
import java.util.Collection;
import java.util.List;

/** The half of a kind's API that reads. */
public interface Reads {
  /**
   * The conversations that find out what is live, to be run side by side.
   *
   * @param wanted the declarations of this kind whose owners exist; a kind that makes the tree
   *     itself reads everything and does not look at them
   * @param bindings the ids of their owners
   * @return resources at their declared addresses, or at {@link
   *     dev.orgform.model.Address#undeclared} ones; errors where the reading is not whole
   */
  List<Script<Checked<List<Resource>>>> scripts(Collection<Resource> wanted, Bindings bindings);
}
