package dev.orgform.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a call did not succeed, as far as a person must know to act on it. */
public enum Cause {
  /** The host was not reached, or the connection broke. */
  NETWORK("Check the network, the proxy settings and the base URL, then try again."),
  /** orgform did not send it, for a reason that it gives. */
  HELD_BACK(
      "The reason says what to mend or to wait for; -max-wait is how long orgform may wait for the"
          + " API's limit."),
  /** The API does not know who asks. */
  CREDENTIALS("Check that the credentials are complete, current and belong together."),
  /** The API knows who asks and does not allow it. */
  RIGHTS(
      "This user may not do that. Organizations are open to Super Administrators of Enterprise"
          + " accounts and to distributors."),
  /** There is no such object, or no such endpoint. */
  NOT_FOUND("It does not exist, or not any more; look at the live state again."),
  /** Something else is in the way at this moment, or always will be: read again to know. */
  CONFLICT("Read the object again: it changed meanwhile, or it is not empty."),
  /** The API did not accept what was asked. */
  INVALID("The server's words say what it does not accept: mend that, then run this again."),
  /** Too many requests; every call of this user is blocked for some minutes. */
  RATE_LIMIT("Wait before the next call; the limit counts the dashboard and other tools as well."),
  /** Someone pointed elsewhere. */
  REDIRECT("Redirects are never followed, so that credentials stay with one host: check the URL."),
  /** Whoever answered is not the API. */
  NOT_THE_API("Something in between answered: a login page, a proxy or a wrong base URL."),
  /** The server failed. */
  SERVER("The failure is on the server's side; try again later."),
  /** The answer contradicts itself or lacks what it should hold. */
  UNCLEAR("The answer cannot be relied on.");

  /**
   * The codes that the documents and other people's tests name, whatever the status. All others go
   * by their status, 10000 among them: with 401 it is about the credentials, with 403 about rights.
   */
  private static final Map<Integer, Cause> CODES =
      Map.of(
          971, RATE_LIMIT,
          6100, RATE_LIMIT,
          1002, RIGHTS, // "Forbidden. Account creation is not allowed"
          7003, NOT_FOUND, // "could not route"
          9103, CREDENTIALS, // key and e-mail do not belong together
          9106, CREDENTIALS); // authentication headers missing

  /**
   * With "Invalid access token" it is about the credential; with "Unauthorized to access requested
   * resource" it is what a good one gets that lacks a permission. Source: what people report of it,
   * such as issues 3227 of Cloudflare's Terraform provider and 177 of DockFlare.
   */
  private static final int ACCESS = 9109;

  private final String advice;

  Cause(String advice) {
    this.advice = advice;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }

  /** The cause of a complete answer. */
  static Cause of(Reply.Answer answer, Envelope envelope) {
    int status = answer.status();
    if (status >= 500) {
      return SERVER;
    }
    if (status / 100 == 3) {
      return REDIRECT;
    }
    if (status == 429) {
      return RATE_LIMIT;
    }
    if (envelope.shape() != Envelope.Shape.ENVELOPE && envelope.shape() != Envelope.Shape.EMPTY) {
      return NOT_THE_API;
    }
    if (status / 100 == 2) {
      return UNCLEAR;
    }
    return known(envelope).orElse(byStatus(status));
  }

  private static Optional<Cause> known(Envelope envelope) {
    return envelope.errors().stream().flatMap(error -> known(error).stream()).findFirst();
  }

  private static Optional<Cause> known(ApiError error) {
    if (error.code().isEmpty()) {
      return Optional.empty();
    }
    int code = error.code().getAsInt();
    return code == ACCESS && error.message().toLowerCase(Locale.ROOT).contains("token")
        ? Optional.of(CREDENTIALS)
        : Optional.ofNullable(CODES.get(code));
  }

  private static Cause byStatus(int status) {
    return switch (status) {
      case 401 -> CREDENTIALS;
      case 403 -> RIGHTS;
      case 404, 410 -> NOT_FOUND;
      case 409, 412 -> CONFLICT;
      case 408 -> UNCLEAR;
      default -> INVALID;
    };
  }
}
