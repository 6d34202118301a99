package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Resource;
import dev.orgform.model.Roll;
import java.util.List;

/**
 * What is not as the YAML says and is not touched, because the YAML did not change there. In its
 * differences, {@code before} is live and {@code after} is declared.
 */
public sealed interface Drift {
  /** Somebody changed it elsewhere. */
  record Changed(Resource live, Resource declared, List<Difference> differences) implements Drift {
    public Changed {
      differences = List.copyOf(differences);
    }
  }

  /** It was declared before, is declared still, and does not exist. */
  record Missing(Resource declared) implements Drift {}

  /** Not as declared, and the guard file says that this is nobody's business. */
  record Ignored(Resource live, Resource declared, List<Difference> differences) implements Drift {
    public Ignored {
      differences = List.copyOf(differences);
    }
  }

  /**
   * It is there, and a list that says all of them does not name it and never did.
   *
   * @param roll the list
   */
  record Added(Resource live, Roll roll) implements Drift {
    @Override
    public Resource declared() {
      return live;
    }
  }

  /** What the YAML says; of what it does not speak of, what is live. */
  Resource declared();

  default Address address() {
    return declared().address();
  }
}
