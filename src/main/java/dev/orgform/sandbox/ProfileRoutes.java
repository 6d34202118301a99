package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/**
 * {@code /organizations/{organization_id}/profile}: get and put (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/subresources/organization_profile/">
 * Organization profile</a>).
 */
final class ProfileRoutes {
  private static final String PATH = "/organizations/{organization_id}/profile";

  static final List<Route> ALL =
      List.of(
          Route.of("GET", PATH, Tokens.NEVER, ProfileRoutes::get),
          Route.of("PUT", PATH, Tokens.NEVER, ProfileRoutes::put));

  private ProfileRoutes() {}

  private static Next<Answer> get(Visit visit) {
    var profile = visit.organization().profile();
    if (profile.isPresent()) {
      return visit.answered(Answer.ok(profile.get()));
    }
    return switch (visit.knobs().get(KnobList.MISSING_PROFILE)) {
      case NOT_FOUND -> throw Denials.notFound("Organization profile");
      case NULL -> visit.answered(Answer.ok(NullNode.getInstance()));
      case BLANK -> visit.answered(Answer.ok(Profile.blank()));
    };
  }

  /** Replaces the whole profile, or makes the first; members it does not know are kept. */
  private static Next<Answer> put(Visit visit) {
    String id = visit.organization().id();
    var profile = Profile.checked(visit.body(), "");
    return new Next<>(visit.estate().profile(id, profile), Answer.nothing());
  }
}
