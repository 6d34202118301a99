package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Kind;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import java.util.List;

/** What is to be done to one object; a new verb is a compile error wherever it is forgotten. */
public sealed interface Change {

  /** It does not exist, and shall. */
  record Create(Resource wanted) implements Change {}

  /** It exists, and some fields shall be other ones. */
  record Update(Resource live, Resource wanted, List<Difference> differences) implements Change {
    public Update {
      differences = List.copyOf(differences);
    }
  }

  /** It exists, and a reviewed sentence says that it shall not. */
  record Delete(Resource live, Removal removal) implements Change {}

  default Address address() {
    return switch (this) {
      case Create create -> create.wanted.address();
      case Update update -> update.wanted.address();
      case Delete delete -> delete.live.address();
    };
  }

  default Kind kind() {
    return switch (this) {
      case Create create -> create.wanted.kind();
      case Update update -> update.wanted.kind();
      case Delete delete -> delete.live.kind();
    };
  }

  /** What it costs. */
  default Deed deed() {
    return switch (this) {
      case Create create -> create.wanted.kind().create();
      case Update update -> update.wanted.kind().update();
      case Delete delete -> delete.live.kind().delete();
    };
  }
}
