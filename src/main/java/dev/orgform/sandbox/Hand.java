package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Who changes something, as the audit log will tell.
 *
 * @param context {@code api_key}, {@code api_token} or {@code dash}
 * @param email of the user
 * @param tokenName what the user calls the token, where it is one
 * @param userAgent what they use
 * @param ray Cloudflare's id of the request, without the place that answered
 * @param sent the request, where it came in as one
 */
public record Hand(
    String context,
    String email,
    Optional<String> tokenName,
    String userAgent,
    String ray,
    Optional<Sent> sent) {
  private static final String BROWSER = "Mozilla/5.0 (sandbox)";

  /** What of a request an audit log keeps. */
  record Sent(String method, String uri, Optional<ObjectNode> body) {}

  /** Somebody in the dashboard. */
  public static Hand dashboard(String email) {
    return new Hand("dash", email, Optional.empty(), BROWSER, "", Optional.empty());
  }

  /** Another program, with an API token of that name. */
  public static Hand token(String email, String name) {
    return new Hand(
        "api_token", email, Optional.of(name), "another-tool/1.0", "", Optional.empty());
  }

  /** Whoever sent a request. */
  static Hand of(Request request) {
    var credential = Credential.of(request);
    var token =
        credential instanceof Credential.Token one
            ? Optional.of("token " + Ids.digest("token\n" + one.token()).substring(0, 6))
            : Optional.<String>empty();
    return new Hand(
        token.isPresent() ? "api_token" : "api_key",
        credential.email(),
        token,
        request.header("User-Agent").orElse(""),
        request.header(Stamps.RAY).map(ray -> ray.replaceFirst("-.*", "")).orElse(""),
        Optional.of(new Sent(request.method(), request.path(), body(request))));
  }

  private static Optional<ObjectNode> body(Request request) {
    try {
      return Json.read(request.body()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The actor of an entry; addresses are of the range that RFC 5737 keeps for documents. */
  ObjectNode actor() {
    String id = User.of(email, true).id();
    ObjectNode actor = Json.object().put("id", id).put("context", context);
    actor.put("email", email).put("type", "user");
    actor.put("ip_address", "203.0.113." + Integer.parseInt(id.substring(0, 2), 16));
    tokenName.ifPresent(
        name -> actor.put("token_id", Ids.digest("token id\n" + name)).put("token_name", name));
    return actor;
  }
}
