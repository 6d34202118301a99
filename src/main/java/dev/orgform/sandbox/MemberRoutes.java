package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /organizations/{organization_id}/members}: list, get, create, batch create, delete
 * (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/subresources/members/">
 * Members</a>).
 */
final class MemberRoutes {
  private static final String ALL_PATH = "/organizations/{organization_id}/members";
  private static final String ONE_PATH = ALL_PATH + "/{member_id}";
  private static final String BATCH_PATH = ALL_PATH + ":batchCreate";
  private static final int LARGEST_BATCH = 10;

  static final List<Route> ALL =
      List.of(
          Route.of("GET", ALL_PATH, Tokens.NEVER, MemberRoutes::list),
          Route.of("POST", ALL_PATH, Tokens.NEVER, MemberRoutes::create),
          Route.of("POST", BATCH_PATH, Tokens.NEVER, MemberRoutes::createBatch),
          Route.of("GET", ONE_PATH, Tokens.NEVER, MemberRoutes::get),
          Route.of("DELETE", ONE_PATH, Tokens.NEVER, MemberRoutes::delete));

  private MemberRoutes() {}

  private static Next<Answer> list(Visit visit) {
    var matching =
        visit.estate().members().of(visit.organization().id()).stream()
            .filter(member -> isVisible(visit, member))
            .filter(MemberFilters.of(visit))
            .toList();
    var page = Page.cut(visit, matching, m -> new Page.Place(m.createTime(), m.id()));
    var views = page.items().stream().map(MemberView::of).toList();
    return visit.answered(Answer.page(Json.array(views), page.info()));
  }

  private static Next<Answer> get(Visit visit) {
    return visit.answered(Answer.ok(MemberView.of(member(visit))));
  }

  /** Takes {@code {"member": {"user": {"email": …}}}}; no mail is sent, {@link Edit} accepts. */
  private static Next<Answer> create(Visit visit) {
    String organization = visit.organization().id();
    if (!(visit.body().get("member") instanceof ObjectNode sent)) {
      throw Denials.invalid("/member", "member is required and must be an object");
    }
    var invited = Invitation.read(visit, sent, "/member").into(visit, visit.estate(), organization);
    return new Next<>(invited.estate(), Answer.ok(MemberView.of(invited.said())));
  }

  /** Up to ten, not wrapped, and all of them or none. */
  private static Next<Answer> createBatch(Visit visit) {
    if (!visit.knobs().get(MemberKnobs.BATCH_CREATE)) {
      throw Denials.noRoute(visit.request().path());
    }
    String organization = visit.organization().id();
    JsonNode sent = visit.body().path("members");
    if (!sent.isArray() || sent.size() > LARGEST_BATCH) {
      throw Denials.invalid(
          "/members", "members is required and must be a list of at most " + LARGEST_BATCH);
    }
    Estate estate = visit.estate();
    var views = new ArrayList<ObjectNode>();
    for (int i = 0; i < sent.size(); i++) {
      var invitation = Invitation.read(visit, sent.get(i), "/members/" + i);
      var invited = invitation.into(visit, estate, organization);
      estate = invited.estate();
      views.add(MemberView.of(invited.said()));
    }
    return new Next<>(estate, Answer.ok(Json.array(views)));
  }

  /** A body with the {@code member_id}, which one document asks for, changes nothing. */
  private static Next<Answer> delete(Visit visit) {
    var member = member(visit);
    var all = visit.estate().members().of(member.organization());
    if (!member.isCurrent()) {
      throw Denials.notFound("Organization member");
    }
    if (member.user().has(visit.caller()) && !visit.knobs().get(MemberKnobs.SELF_REMOVABLE)) {
      throw Denials.badRequest("You cannot remove yourself");
    }
    if (Enrolment.lastActive(all).equals(Optional.of(member))
        && !visit.knobs().get(MemberKnobs.LAST_REMOVABLE)) {
      throw Denials.badRequest("The last super administrator cannot be removed");
    }
    boolean stays =
        member.status() == Member.Status.PENDING && visit.knobs().get(MemberKnobs.UNINVITED_STAYS);
    var estate =
        stays
            ? Enrolment.turned(visit.estate(), member, Member.Status.CANCELED, visit.now())
            : Enrolment.removed(visit.estate(), member);
    return new Next<>(
        estate,
        visit.knobs().get(MemberKnobs.DELETE_SILENT)
            ? Answer.nothing()
            : Answer.ok(Json.object().put("id", member.id())));
  }

  private static Member member(Visit visit) {
    String organization = visit.organization().id();
    return Optional.ofNullable(visit.estate().members().byId().get(visit.variable("member_id")))
        .filter(member -> member.organization().equals(organization))
        .filter(member -> isVisible(visit, member))
        .orElseThrow(() -> Denials.notFound("Organization member"));
  }

  private static boolean isVisible(Visit visit, Member member) {
    return !visit.isYounger(member.createTime(), visit.knobs().get(MemberKnobs.VISIBLE_AFTER));
  }
}
