package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/**
 * {@code /accounts/{account_id}/profile}: get and put, with the same five texts as an
 * organization's (reference: <a
 * href="https://developers.cloudflare.com/api/resources/accounts/subresources/account_profile/">
 * Account profile</a>).
 */
final class AccountProfileRoutes {
  private static final String PATH = "/accounts/{account_id}/profile";

  static final List<Route> ALL =
      List.of(
          Route.of("GET", PATH, Tokens.NEVER, AccountProfileRoutes::get),
          Route.of("PUT", PATH, Tokens.NEVER, AccountProfileRoutes::put));

  private AccountProfileRoutes() {}

  private static Next<Answer> get(Visit visit) {
    var profile = visit.account().profile();
    if (profile.isPresent()) {
      return visit.answered(Answer.ok(profile.get()));
    }
    return switch (visit.knobs().get(KnobList.MISSING_PROFILE)) {
      case NOT_FOUND -> throw Denials.notFound("Account profile");
      case NULL -> visit.answered(Answer.ok(NullNode.getInstance()));
      case BLANK -> visit.answered(Answer.ok(Profile.blank()));
    };
  }

  private static Next<Answer> put(Visit visit) {
    var profile = Profile.checked(visit.body(), "");
    var accounts = visit.estate().accounts().with(visit.account().profiled(profile));
    return new Next<>(visit.estate().with(accounts), Answer.nothing());
  }
}
