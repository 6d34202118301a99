package dev.orgform.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Lets in whoever has a credential: any at all, or one of the accepted when some are given.
 *
 * @param closed with what everybody is sent away since the credentials ended, if they did
 */
record Gate(List<Credential> accepted, Optional<Denied> closed) implements Layer {
  Gate {
    accepted = List.copyOf(accepted);
  }

  @Override
  public Answer around(Request request, Dispatcher inside) {
    Credential credential = Credential.of(request);
    if (!accepted.isEmpty() && !accepted.contains(credential)) {
      throw switch (credential) {
        case Credential.Token token -> Denials.wrongToken();
        case Credential.Key key -> Denials.wrongKey();
      };
    }
    if (closed.isPresent()) {
      throw closed.get();
    }
    return inside.dispatch(request);
  }
}
