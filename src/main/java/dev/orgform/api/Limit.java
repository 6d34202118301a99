package dev.orgform.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reply says about limits; absent where it says nothing that makes sense.
 *
 * @param quota requests in a window, {@code q} of {@code Ratelimit-Policy}
 * @param window its length, {@code w} of the same
 * @param left requests left in it, {@code r} of {@code Ratelimit}
 * @param reset until it begins anew, {@code t} of the same
 * @param blocked how long the API will refuse everything, {@code Retry-After}; zero where it is a
 *     429 that does not say
 */
public record Limit(
    OptionalInt quota,
    Optional<Duration> window,
    OptionalInt left,
    Optional<Duration> reset,
    Optional<Duration> blocked) {

  private static final Limit SILENT =
      new Limit(
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /** Reads the headers of a reply. */
  public static Limit of(Reply reply) {
    if (!(reply instanceof Reply.Answer answer)) {
      return SILENT;
    }
    var policy = answer.headers().first("Ratelimit-Policy").orElse("");
    var state = answer.headers().first("Ratelimit").orElse("");
    return new Limit(
        parameter(policy, 'q'),
        seconds(parameter(policy, 'w')),
        parameter(state, 'r'),
        seconds(parameter(state, 't')),
        answer.status() == 429
            ? Optional.of(retryAfter(answer.headers()).orElse(Duration.ZERO))
            : Optional.empty());
  }

  /** The first such parameter of a structured field: {@code "default";r=50;t=30}. */
  private static OptionalInt parameter(String field, char name) {
    Matcher found = Pattern.compile(";\\s*" + name + "\\s*=\\s*([0-9]{1,9})\\b").matcher(field);
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  private static Optional<Duration> seconds(OptionalInt number) {
    return number.isPresent()
        ? Optional.of(Duration.ofSeconds(number.getAsInt()))
        : Optional.empty();
  }

  private static Optional<Duration> retryAfter(Headers headers) {
    var text = headers.first("Retry-After").orElse("").strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    // A date is read against the server's own clock, because ours may be wrong by days.
    return date(text)
        .flatMap(
            until ->
                date(headers.first("Date").orElse("")).map(now -> Duration.between(now, until)))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<ZonedDateTime> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
