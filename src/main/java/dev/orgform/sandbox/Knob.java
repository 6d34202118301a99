package dev.orgform.sandbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing about the API that can be set, because it is undocumented, varies or is worth
 * rehearsing.
 *
 * @param meaning what it decides, for {@code --help}
 * @param choices how its values are written, e.g. {@code 404|null|blank}
 * @param preset the value it has when nobody sets it
 * @param reads the meaning of a written value, empty for one it does not take
 */
public record Knob<T>(
    String name,
    String meaning,
    String choices,
    String preset,
    Function<String, Optional<T>> reads) {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  /** A knob that takes one of these words; the first is what it is preset to. */
  static <T> Knob<T> choice(String name, String meaning, List<Map.Entry<String, T>> words) {
    return new Knob<>(
        name,
        meaning,
        words.stream().map(Map.Entry::getKey).collect(Collectors.joining("|")),
        words.getFirst().getKey(),
        text ->
            words.stream()
                .filter(word -> word.getKey().equals(text))
                .map(Map.Entry::getValue)
                .findFirst());
  }

  /** A knob that takes a span of time such as {@code 500ms}, {@code 30s}, {@code 5m} or PT30S. */
  static Knob<Duration> span(String name, String meaning) {
    return new Knob<>(name, meaning, "DURATION", "0s", Knob::readSpan);
  }

  static Optional<Duration> readSpan(String text) {
    var span = SPAN.matcher(text.toLowerCase(Locale.ROOT));
    try {
      return span.matches()
          ? Optional.of(amount(Long.parseLong(span.group(1)), span.group(2)))
          : Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration amount(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  /** How {@link #readSpan} reads it back: whole seconds, or else milliseconds. */
  static String spell(Duration span) {
    return span.toMillis() % 1000 == 0 ? span.toSeconds() + "s" : span.toMillis() + "ms";
  }

  T read(String text) {
    return reads
        .apply(text)
        .orElseThrow(
            () ->
                new Refused(
                    "%s cannot be \"%s\"; it takes %s."
                        .formatted(name, Plain.text(text), choices)));
  }
}
