package dev.orgform.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Turns away what no client of the API sends: web pages, found out by a foreign {@code Host} or
 * {@code Origin}, bodies that are not JSON, and bodies over 1 MiB.
 */
final class Doorway implements Layer {
  static final int LARGEST_BODY = 1 << 20;

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  public Answer around(Request request, Dispatcher inside) {
    Optional<String> host = request.header("Host");
    if (host.isPresent() && !HERE.contains(name(host.get()))) {
      throw Denials.foreignCaller("Host", host.get());
    }
    Optional<String> origin = request.header("Origin");
    if (origin.isPresent() && !origin.equals(host.map(here -> "http://" + here))) {
      throw Denials.foreignCaller("Origin", origin.get());
    }
    if (request.body().getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
      throw Denials.tooLarge(LARGEST_BODY);
    }
    if (WITH_BODY.contains(request.method()) && !saysJson(request)) {
      throw Denials.notJson();
    }
    return inside.dispatch(request);
  }

  private static String name(String host) {
    return host.replaceFirst(":[0-9]+$", "");
  }

  private static boolean saysJson(Request request) {
    return request
        .header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
        .orElse(false);
  }
}
