package dev.orgform.sandbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
              OrganizationRoutes.ALL, //
              ProfileRoutes.ALL)
          .flatMap(List::stream)
          .toList();

  private final Keep keep;
  private final Knobs knobs;
  private final InstantSource clock;

  Routes(Keep keep, Knobs knobs, InstantSource clock) {
    this.keep = keep;
    this.knobs = knobs;
    this.clock = clock;
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
        var query = Query.parse(request.query());
        return keep.change(
            estate ->
                route
                    .handler()
                    .handle(
                        new Visit(
                            request, variables.get(), query, estate, knobs, clock.instant())));
      }
    }
    throw known ? Denials.wrongMethod(request.method()) : Denials.noRoute(request.path());
  }

  private void admit(Request request, Route route) {
    if (!knobs.get(KnobList.ENTITLED)) {
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
