package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code /organizations}: list, create, get, rename, delete (reference: <a
 * href="https://developers.cloudflare.com/api/resources/organizations/">Organizations</a>).
 */
final class OrganizationRoutes {
  private static final String ALL_PATH = "/organizations";
  private static final String ONE_PATH = "/organizations/{organization_id}";

  static final List<Route> ALL =
      List.of(
          Route.of("GET", ALL_PATH, Tokens.LISTS, OrganizationRoutes::list),
          Route.of("POST", ALL_PATH, Tokens.CREATES, OrganizationRoutes::create),
          Route.of("GET", ONE_PATH, Tokens.NEVER, OrganizationRoutes::get),
          Route.of("PUT", ONE_PATH, Tokens.NEVER, OrganizationRoutes::rename),
          Route.of("DELETE", ONE_PATH, Tokens.NEVER, OrganizationRoutes::delete));

  private OrganizationRoutes() {}

  private static Next<Answer> list(Visit visit) {
    var filters = new Filters(visit);
    var matching =
        visit.estate().organizations().values().stream()
            .filter(visit::isVisible)
            .filter(filters.predicate())
            .toList();
    var page = Page.cut(visit, matching, o -> new Page.Place(o.createTime(), o.id()));
    var views =
        page.items().stream().map(o -> OrganizationView.of(visit, visit.estate(), o)).toList();
    return visit.answered(Answer.page(Json.array(views), page.info()));
  }

  /** 200, not 201; a name may be used any number of times, and there is no idempotency key. */
  private static Next<Answer> create(Visit visit) {
    ObjectNode body = visit.body();
    String name = name(body);
    Optional<String> parent = parent(visit, body);
    Optional<ObjectNode> profile =
        member(body, "profile")
            .map(sent -> Profile.checked(sent, "/profile"))
            .filter(sent -> visit.knobs().get(KnobList.PROFILE_AT_CREATE));
    visit.knobs().get(KnobList.EDITION).admit(visit.estate(), parent);
    var created = visit.estate().create(name, parent, profile, visit.now());
    String id = created.said().id();
    var estate = Enrolment.creator(created.estate(), id, visit.caller(), visit.now());
    return shown(visit, estate.veil(id, visit.veil()), id);
  }

  private static Next<Answer> get(Visit visit) {
    return shown(visit, visit.estate(), visit.organization().id());
  }

  /** Changes the name and nothing else, whatever else the body has. */
  private static Next<Answer> rename(Visit visit) {
    String id = visit.organization().id();
    ObjectNode body = visit.body();
    String name = name(body);
    if (body.size() > 1 && !visit.knobs().get(KnobList.UPDATE_EXTRA_IGNORED)) {
      throw Denials.badRequest("Only name can be updated");
    }
    return shown(visit, visit.estate().rename(id, name), id);
  }

  /** Refused while there is something in it; the second delete of an id is a 404. */
  private static Next<Answer> delete(Visit visit) {
    String id = visit.organization().id();
    if (!visit.estate().children(id).isEmpty()) {
      throw notEmpty(visit, "sub-organizations");
    }
    if (!visit.estate().accounts().in(id).isEmpty()) {
      throw notEmpty(visit, "accounts");
    }
    if (Enrolment.isInTheWay(visit, id)) {
      throw notEmpty(visit, "members");
    }
    return new Next<>(visit.estate().delete(id), Answer.ok(Json.object().put("id", id)));
  }

  private static Denied notEmpty(Visit visit, String what) {
    return Denials.notEmpty(
        visit.knobs().get(KnobList.NOT_EMPTY), "Organization is not empty: it has " + what);
  }

  private static Next<Answer> shown(Visit visit, Estate estate, String id) {
    var organization = estate.find(id).orElseThrow();
    return new Next<>(estate, Answer.ok(OrganizationView.of(visit, estate, organization)));
  }

  private static String name(ObjectNode body) {
    if (!body.path("name").isTextual() || body.path("name").textValue().isEmpty()) {
      throw Denials.invalid("/name", "name is required and must be a string that is not empty");
    }
    return body.path("name").textValue();
  }

  /** Only the id of the parent is read; a parent's name is read-only. */
  private static Optional<String> parent(Visit visit, ObjectNode body) {
    return member(body, "parent")
        .map(
            parent -> {
              if (!parent.path("id").isTextual()) {
                throw Denials.invalid("/parent/id", "parent.id is required and must be a string");
              }
              return visit.organization(parent.path("id").textValue()).id();
            });
  }

  private static Optional<ObjectNode> member(ObjectNode body, String name) {
    return Json.member(body, name)
        .map(
            node -> {
              if (node instanceof ObjectNode object) {
                return object;
              }
              throw Denials.invalid("/" + name, name + " must be an object");
            });
  }
}
