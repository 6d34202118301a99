package dev.orgform.kinds.placement;

import dev.orgform.api.Reply;
import dev.orgform.model.Diagnostic;
import java.util.Optional;

/** Where an account is, or why nobody can say. */
sealed interface Whereabouts {

  /**
   * The API says.
   *
   * @param organization the id of the one that directly contains it; empty where it is in none
   */
  record Known(Optional<String> organization) implements Whereabouts {
    boolean isIn(String id) {
      return organization.filter(id::equals).isPresent();
    }
  }

  /** There is no account of that id, or the credential may not see it. */
  record Unseen(Reply reply, Diagnostic why) implements Whereabouts {}

  /** Nothing was learned. */
  record Untold(Diagnostic why) implements Whereabouts {}
}
