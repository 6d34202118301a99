package dev.orgform.sandbox;

/** Who calls: one of the two schemes of Cloudflare's API, never both; secrets are never printed. */
public sealed interface Credential {
  /** The address of its user; every token of a sandbox is one user's. */
  String email();

  /** {@code Authorization: Bearer <token>}. */
  record Token(String token) implements Credential {
    @Override
    public String email() {
      return "you@sandbox.invalid";
    }

    @Override
    public String toString() {
      return "Token[…]";
    }
  }

  /** {@code X-Auth-Email} with {@code X-Auth-Key}, the Global API Key. */
  record Key(String email, String key) implements Credential {
    @Override
    public String toString() {
      return "Key[" + email + ", …]";
    }
  }

  /** The credential of a request, or the 400 of a request without one or with both. */
  static Credential of(Request request) {
    var bearer =
        request
            .header("Authorization")
            .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(value -> value.substring(7).strip());
    var email = request.header("X-Auth-Email");
    var key = request.header("X-Auth-Key");
    if (bearer.isPresent() && (email.isPresent() || key.isPresent())) {
      throw Denials.noCredential("Send either Authorization or X-Auth-Email and X-Auth-Key");
    }
    if (bearer.isPresent()) {
      return new Token(bearer.get());
    }
    if (email.isPresent() && key.isPresent()) {
      return new Key(email.get(), key.get());
    }
    throw Denials.noCredential("Missing X-Auth-Key, X-Auth-Email or Authorization headers");
  }
}
