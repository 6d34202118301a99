package dev.orgform.sandbox;

import java.util.List;

/**
 * {@code /user} and {@code /user/tokens/verify}: who calls (reference: <a
 * href="https://developers.cloudflare.com/api/resources/user/">User</a>).
 */
final class UserRoutes {
  static final List<Route> ALL =
      List.of(
          Route.of("GET", "/user", Tokens.READS_ACCOUNTS, UserRoutes::get),
          Route.of("GET", "/user/tokens/verify", Tokens.READS_ACCOUNTS, UserRoutes::verify));

  private UserRoutes() {}

  private static Next<Answer> get(Visit visit) {
    var user =
        visit.estate().members().byId().values().stream()
            .map(Member::user)
            .filter(one -> one.has(visit.caller()))
            .findFirst()
            .orElseGet(() -> User.of(visit.caller(), true));
    return visit.answered(
        Answer.ok(
            Json.object()
                .put("id", user.id())
                .put("email", user.email())
                .putNull("first_name")
                .putNull("last_name")
                .put("two_factor_authentication_enabled", user.twoFactor())
                .put("suspended", false)));
  }

  /** Only tokens can be verified; each is of one id, whoever asks. */
  private static Next<Answer> verify(Visit visit) {
    if (!(Credential.of(visit.request()) instanceof Credential.Token token)) {
      throw Denials.noCredential("Missing Authorization header");
    }
    return visit.answered(
        Answer.ok(
            Json.object()
                .put("id", Ids.digest("token\n" + token.token()))
                .put("status", "active")));
  }
}
