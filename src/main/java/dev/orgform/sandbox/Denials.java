package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Every error the sandbox can answer.
 *
 * <p>Codes 7001, 7003, 9103, 9106, 9109, 10000 and 971 are Cloudflare's. Where Cloudflare documents
 * no code the sandbox uses 1000 + the HTTP status, which satisfies the documented minimum of 1000.
 */
final class Denials {
  private static final String LIMITS =
      "https://developers.cloudflare.com/fundamentals/organizations/limitations/";

  private Denials() {}

  static Denied noRoute(String path) {
    return denied(
        404, 7003, "Could not route to " + path + ", perhaps your object identifier is invalid?");
  }

  static Denied wrongMethod(String method) {
    return denied(405, 7001, "Method " + method + " not available for that URI.");
  }

  static Denied notFound(String what) {
    return denied(404, 1404, what + " not found");
  }

  static Denied invalid(String pointer, String message) {
    ObjectNode error = error(1400, message);
    error.putObject("source").put("pointer", pointer);
    return new Denied(Answer.errors(400, error));
  }

  static Denied badRequest(String message) {
    return denied(400, 1400, message);
  }

  static Denied notEligible(String reason) {
    return denied(400, 1400, "User is not eligible to create an organization: " + reason);
  }

  static Denied notMovable(String reason) {
    return denied(400, 1400, "The account cannot be moved: " + reason);
  }

  static Denied conflict(String message) {
    return denied(409, 1409, message);
  }

  /** What is documented to be there and not to work. */
  static Denied notImplemented() {
    return denied(501, 1501, "Not implemented");
  }

  static Denied notEmpty(Knobs.Status status, String message) {
    return denied(status.http(), status.code(), message);
  }

  /** What callers get who are not entitled to Organizations at all, lists included. */
  static Denied notEntitled() {
    return denied(403, 10000, "Authentication error");
  }

  /** A credential that may not do this, or an organization that is not yet open to its creator. */
  static Denied forbidden() {
    return new Denied(
        Answer.errors(403, error(10000, "Forbidden").put("documentation_url", LIMITS)));
  }

  static Denied noCredential(String message) {
    return denied(400, 9106, message);
  }

  static Denied wrongKey() {
    return denied(403, 9103, "Unknown X-Auth-Key or X-Auth-Email");
  }

  static Denied wrongToken() {
    return denied(403, 9109, "Invalid access token");
  }

  static Denied foreignCaller(String header, String value) {
    return denied(
        403, 1403, "The sandbox answers programs of this machine only; " + header + " is " + value);
  }

  static Denied tooLarge(int limit) {
    return denied(413, 1413, "The body is larger than " + limit + " bytes");
  }

  static Denied lengthRequired() {
    return denied(411, 1411, "Send the body with Content-Length");
  }

  static Denied notJson() {
    return denied(415, 1415, "Send the body as Content-Type: application/json");
  }

  /** A credential that was good until now. */
  static Denied expired() {
    return denied(401, 10000, "Authentication error");
  }

  /** A status that the sandbox was asked to answer. */
  static Denied unwanted(int status) {
    return status == 429
        ? throttled()
        : denied(status, 1000 + status, "The sandbox was asked to answer so.");
  }

  static Denied throttled() {
    return denied(
        429, 971, "Please wait and consider throttling your request speed: rate limit exceeded");
  }

  static Denied broken(String message) {
    return denied(500, 1500, message);
  }

  private static Denied denied(int status, int code, String message) {
    return new Denied(Answer.errors(status, error(code, message)));
  }

  static ObjectNode error(int code, String message) {
    return Json.object().put("code", code).put("message", message);
  }
}
