package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Answers of another status than the right one, as the API and what stands before it spell them.
 */
final class Misanswer {
  private static final String OTHER_HOST = "https://elsewhere.invalid";
  private static final int BLOCKED_SECONDS = 300;

  private Misanswer() {}

  /** The answer of a fault; {@code right} is what the request would have been answered. */
  static Answer of(AnswerFault.Turned fault, Answer right, Instant now) {
    Answer answer =
        switch (fault.form()) {
          case JSON -> Denials.unwanted(fault.status()).answer();
          case HTML -> html(fault.status(), page(fault.status()));
          case PROBLEM -> problem(fault.status());
        };
    return limits(fault, right, retryAfter(fault.retryAfter(), answer, now));
  }

  static Answer redirect(AnswerFault.Redirected fault, Request request) {
    return html(fault.status(), page(fault.status()))
        .with(
            "Location",
            switch (fault.target()) {
              case OTHER -> OTHER_HOST + request.target();
              case SELF -> request.target();
            });
  }

  /** The page of a portal that wants to know who is there before it lets anything through. */
  static Answer login() {
    return html(
        200,
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\">"
            + "<input name=\"user\"><input name=\"password\" type=\"password\"></form></body>"
            + "</html>\n");
  }

  private static Answer retryAfter(String text, Answer answer, Instant now) {
    if (text.equals(AnswerFault.Turned.NO_RETRY_AFTER)) {
      return answer;
    }
    return answer.with(
        "Retry-After",
        text.startsWith("date")
            ? Stamps.HTTP_DATE.format(now.plusSeconds(Long.parseLong(text.substring(4))))
            : text);
  }

  /** The headers of the rate limit: spent with a 429, and otherwise as they were. */
  private static Answer limits(AnswerFault.Turned fault, Answer right, Answer answer) {
    if (!fault.counted()) {
      return answer;
    }
    if (fault.status() != 429) {
      return copied("Ratelimit-Policy", right, copied("Ratelimit", right, answer));
    }
    String wait =
        fault.retryAfter().matches("[0-9]{1,9}") ? fault.retryAfter() : "" + BLOCKED_SECONDS;
    return answer
        .with("Ratelimit", "\"default\";r=0;t=" + wait)
        .with("Ratelimit-Policy", "\"default\";q=1200;w=300");
  }

  private static Answer copied(String header, Answer from, Answer to) {
    String value = from.headers().get(header);
    return value == null ? to : to.with(header, value);
  }

  private static Answer problem(int status) {
    ObjectNode problem =
        Json.object()
            .put("type", "https://developers.cloudflare.com/support/troubleshooting/")
            .put("title", "Error " + status)
            .put("status", status)
            .put("detail", "The sandbox was asked to answer so.")
            .put("retryable", status != 525 && status != 526);
    return new Answer(status, new TreeMap<>(), Json.write(problem))
        .with("Content-Type", "application/problem+json");
  }

  private static Answer html(int status, String page) {
    return new Answer(status, new TreeMap<>(), page)
        .with("Content-Type", "text/html; charset=UTF-8");
  }

  private static String page(int status) {
    return "<!DOCTYPE html><html><head><title>api.cloudflare.com | %d</title></head>"
            .formatted(status)
        + "<body><h1>Error %d</h1><p>The sandbox was asked to answer so.</p></body></html>\n"
            .formatted(status);
  }
}
