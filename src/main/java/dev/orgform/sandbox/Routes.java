package dev.orgform.sandbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The innermost dispatcher: finds the route of a request and lets it read and change the estate.
 */
final class Routes implements Dispatcher {
  /** Where the API begins. */
  static final String BASE = "/client/v4";

  /** THE list: a new kind of resource is its file of routes and a line here. */
  private static final List<Route> ALL =
      Stream.of(
              OrganizationRoutes.ALL,
              ProfileRoutes.ALL,
              MemberRoutes.ALL,
              PlacementRoutes.ALL,
              AccountRoutes.ALL,
              AccountProfileRoutes.ALL,
              AuditRoutes.ALL,
              UsageRoutes.ALL,
              UserRoutes.ALL)
          .flatMap(List::stream)
          .toList();

  private final Keep keep;
  private final Knobs knobs;
  private final InstantSource clock;

  private final Errand errand;

  Routes(Keep keep, Knobs knobs, InstantSource clock, Errand errand) {
    this.keep = keep;
    this.knobs = knobs;
    this.clock = clock;
    this.errand = errand;
  }

  @Override
  public Answer dispatch(Request request) {
    var path = segments(request.path());
    boolean known = false;
    for (Route route : ALL) {
      var variables = route.match(path);
      known |= variables.isPresent();
      if (variables.isPresent() && route.method().equals(request.method())) {
        admit(request, route);
        return handled(request, route, variables.get());
      }
    }
    throw known ? Denials.wrongMethod(request.method()) : Denials.noRoute(request.path());
  }

  private Answer handled(Request request, Route route, Map<String, String> variables) {
    Done done;
    try {
      done = keep.change(estate -> step(request, route, variables, estate));
    } catch (Denied denied) {
      noteRefusal(request, variables, denied);
      throw denied;
    }
    if (errand.acts() && request.isMutation()) {
      errand.changed().accept(done.change());
    }
    return done.answer();
  }

  private Next<Done> step(
      Request request, Route route, Map<String, String> variables, Estate estate) {
    var now = clock.instant();
    var query = Query.parse(request.query());
    var visit = new Visit(request, variables, query, estate, knobs, now, errand.veil());
    Next<Answer> next = route.handler().handle(visit);
    var done = new Done(next.said(), change(route, variables, estate, next.estate()));
    return !errand.acts() || !request.isMutation()
        ? new Next<>(estate, done)
        : new Next<>(Noticed.in(estate, next.estate(), Hand.of(request), now), done);
  }

  private void noteRefusal(Request request, Map<String, String> variables, Denied denied) {
    String organization = variables.getOrDefault("organization_id", "");
    if (request.isMutation() && errand.acts() && knobs.get(AuditKnobs.FAILURES)) {
      int status = denied.answer().status();
      keep.change(
          estate ->
              new Next<>(
                  estate.find(organization).isEmpty()
                      ? estate
                      : Noticed.refused(
                          estate, Hand.of(request), organization, status, clock.instant()),
                  status));
    }
  }

  private record Done(Answer answer, Change change) {}

  /** What became of the organization of the path, or of the one that is new. */
  private static Change change(
      Route route, Map<String, String> variables, Estate before, Estate after) {
    if (!route.isOfOrganization()) {
      return Change.NONE;
    }
    String named = variables.get("organization_id");
    if (named != null) {
      return new Change(before.find(named), after.find(named));
    }
    return after.organizations().size() > before.organizations().size()
        ? new Change(Optional.empty(), Optional.of(after.organizations().lastEntry().getValue()))
        : Change.NONE;
  }

  private void admit(Request request, Route route) {
    if (!knobs.get(KnobList.ENTITLED) && route.tokens() != Tokens.READS_ACCOUNTS) {
      throw Denials.notEntitled();
    }
    if (Credential.of(request) instanceof Credential.Token
        && !route.tokens().admits(knobs.get(KnobList.TOKEN))) {
      throw Denials.forbidden();
    }
  }

  /** The decoded parts behind the base; a slash at the end is as if it were not there. */
  private static List<String> segments(String path) {
    if (!path.startsWith(BASE + "/")) {
      throw Denials.noRoute(path);
    }
    var segments = new ArrayList<String>();
    String behind = path.substring(BASE.length() + 1);
    String bare = behind.endsWith("/") ? behind.substring(0, behind.length() - 1) : behind;
    for (String part : bare.split("/", -1)) {
      segments.add(Query.decode(part.replace("+", "%2B")));
    }
    return segments;
  }
}
