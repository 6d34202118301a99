package dev.orgform.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  /** Reads the headers of a reply. */
  public static Limit of(Reply reply) {
    if (!(reply instanceof Reply.Answer answer)) {
      return SILENT;
    }
    var policy = field(answer.headers(), "Ratelimit-Policy").first("q", "w");
    var state = field(answer.headers(), "Ratelimit").first("r", "t");
    return new Limit(
        policy.get("q"),
        // A window of no length would limit nothing.
        seconds(policy.get("w")).filter(Duration::isPositive),
        state.get("r"),
        seconds(state.get("t")),
        answer.status() == 429
            ? Optional.of(retryAfter(answer.headers()).orElse(Duration.ZERO))
            : Optional.empty());
  }

  private static StructuredList field(Headers headers, String name) {
    return StructuredList.of(headers.first(name).orElse(""));
  }

  private static Optional<Duration> seconds(OptionalInt number) {
    return number.isPresent()
        ? Optional.of(Duration.ofSeconds(number.getAsInt()))
        : Optional.empty();
  }

  private static Optional<Duration> retryAfter(Headers headers) {
    var text = headers.first("Retry-After").orElse("").strip();
    if (SECONDS.matcher(text).matches()) {
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
