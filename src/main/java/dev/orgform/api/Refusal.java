package dev.orgform.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reply that is no success says to people.
 *
 * @param cause what kind of trouble it is
 * @param summary one line: call, status, code and the server's words, made harmless for any output
 * @param advice what to do about it
 * @param status of the answer, if there was one
 * @param errors of the envelope, in the server's own spelling
 * @param ray Cloudflare's id of the request, which its support asks for
 * @param retryAfter the header's text, in seconds or as a date
 */
public record Refusal(
    Cause cause,
    String summary,
    String advice,
    OptionalInt status,
    List<ApiError> errors,
    Optional<String> ray,
    Optional<String> retryAfter) {

  private static final String LOOK_FIRST =
      "Whether it took effect is not known; look at the live state before trying again.";

  public Refusal {
    errors = List.copyOf(errors);
  }

  /** Puts a reply into words; meant for one that did not bring what was asked for. */
  public static Refusal of(Call call, Reply reply, Credentials credentials) {
    return switch (reply) {
      case Reply.NotSent r ->
          unanswered(
              call, "was not sent: " + r.why(), r.onPurpose() ? Cause.HELD_BACK : Cause.NETWORK);
      case Reply.Lost r ->
          unanswered(
              call,
              "has no answer: " + r.why(),
              Cause.NETWORK,
              call.method() == Call.Method.GET ? Cause.NETWORK.advice() : LOOK_FIRST);
      case Reply.Answer answer -> of(call, answer, credentials);
    };
  }

  /**
   * Whether the API itself says that it does not know the credential, or not any more.
   *
   * <p>Proof: a complete 4xx whose body is the envelope with {@code success:false}, and status 401
   * or one of the codes that speak of nothing else (9103, 9106, and 9109 about a token). What an
   * API hides for a while behind a create it answers with 403 or 404 and other codes, so that this
   * is no lag.
   */
  public static boolean isOfCredentials(Reply reply) {
    if (!(reply instanceof Reply.Answer answer) || answer.status() / 100 != 4) {
      return false;
    }
    var envelope = Envelope.of(answer);
    return envelope.saysFailed() && Cause.of(answer, envelope) == Cause.CREDENTIALS;
  }

  private static Refusal unanswered(Call call, String what, Cause cause) {
    return unanswered(call, what, cause, cause.advice());
  }

  private static Refusal unanswered(Call call, String what, Cause cause, String advice) {
    return new Refusal(
        cause,
        Words.tame(call.line() + " " + what),
        advice,
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Refusal of(Call call, Reply.Answer answer, Credentials credentials) {
    Envelope envelope = Envelope.of(answer);
    Cause cause = Cause.of(answer, envelope);
    Optional<String> ray = answer.headers().first("cf-ray").map(Words::tame);
    String summary =
        Words.tame(call.line())
            + " was answered "
            + answer.status()
            + Words.said(answer, envelope)
            + ray.map(id -> " (ray " + id + ")").orElse("");
    return new Refusal(
        cause,
        summary,
        isOpen(call, answer, cause)
            ? advice(call, answer, cause, credentials) + " " + LOOK_FIRST
            : advice(call, answer, cause, credentials),
        OptionalInt.of(answer.status()),
        envelope.errors(),
        ray,
        answer.headers().first("Retry-After").map(Words::tame));
  }

  /** Whether the call may have changed something all the same. */
  private static boolean isOpen(Call call, Reply.Answer answer, Cause cause) {
    return call.method() != Call.Method.GET
        && (cause == Cause.UNCLEAR || Verdict.of(call, Expect.NOTHING, answer) == Verdict.UNKNOWN);
  }

  private static String advice(
      Call call, Reply.Answer answer, Cause cause, Credentials credentials) {
    Optional<Right> right = Right.of(call);
    boolean byToken = credentials instanceof Credentials.Token;
    if (cause == Cause.RIGHTS && byToken && right.map(Right::needsKey).orElse(false)) {
      return "To "
          + right.get().words()
          + " the Global API key is needed: set CLOUDFLARE_EMAIL and"
          + " CLOUDFLARE_API_KEY instead of the token.";
    }
    if (cause == Cause.RIGHTS && byToken && right.flatMap(Right::tokenPermission).isPresent()) {
      return "The token needs the permission \""
          + right.get().tokenPermission().get()
          + "\", and its"
          + " user the right to use Organizations.";
    }
    if (cause == Cause.CREDENTIALS) {
      return byToken
          ? "The API token is not valid, or not any more: check CLOUDFLARE_API_TOKEN."
          : "Check that CLOUDFLARE_API_KEY is the Global API key of CLOUDFLARE_EMAIL.";
    }
    if (answer.status() == 525 || answer.status() == 526) {
      return "The API's own TLS is broken; trying again does not help until Cloudflare mends it.";
    }
    return cause.advice();
  }
}
