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
              AccountRoutes.ALL)
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
    var query = Query.parse(request.query());
    Done done =
        keep.change(
            estate -> {
              var visit =
                  new Visit(
                      request, variables, query, estate, knobs, clock.instant(), errand.veil());
              Next<Answer> next = route.handler().handle(visit);
              var change = change(route, variables, estate, next.estate());
              return new Next<>(
                  errand.acts() ? next.estate() : estate, new Done(next.said(), change));
            });
    if (errand.acts() && request.isMutation()) {
      errand.changed().accept(done.change());
    }
    return done.answer();
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
