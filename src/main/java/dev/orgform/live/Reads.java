package dev.orgform.live;

import dev.orgform.api.Script;
import dev.orgform.model.Checked;
import dev.orgform.model.Resource;
import java.util.List;

/** The half of a kind's API that reads. */
public interface Reads {
  /**
   * The conversations that find out what is live, to be run side by side, with those of other kinds
   * too. Together they read no endpoint twice.
   *
   * @param wanted what must be known; a kind that makes the tree itself reads everything and does
   *     not look at it
   * @return resources at the addresses at which they are or would be declared, or at {@link
   *     dev.orgform.model.Address#undeclared} ones; errors where the reading is not whole, notes
   *     where people should know more than a plan shows
   */
  List<Script<Checked<List<Resource>>>> scripts(Wanted wanted);

  /**
   * What is still to be found out when all of these have ended well, again to be run side by side.
   *
   * @param wanted the same as before
   * @param found what they ended with, the same thing perhaps several times
   * @return ends with each thing once
   */
  default List<Script<Checked<List<Resource>>>> settling(Wanted wanted, List<Resource> found) {
    return List.of(Script.done(Checked.of(found, List.of())));
  }
}
