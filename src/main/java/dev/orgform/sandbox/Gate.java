package dev.orgform.sandbox;

import java.util.List;

/** Lets in whoever has a credential: any at all, or one of the accepted when some are given. */
record Gate(List<Credential> accepted) implements Layer {
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
    return inside.dispatch(request);
  }
}
