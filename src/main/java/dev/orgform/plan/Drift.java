package dev.orgform.plan;

import dev.orgform.model.Address;
import dev.orgform.model.Resource;
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

  Resource declared();

  default Address address() {
    return declared().address();
  }
}
