package dev.orgform.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people give it: a time, a date, or so long ago. */
sealed interface Moment {
  /** A time, whenever it is now. */
  record At(Instant instant) implements Moment {}

  /** So long before now. */
  record Ago(Duration length) implements Moment {}

  /** What it is at some time. */
  default Instant seenFrom(Instant now) {
    return switch (this) {
      case At at -> at.instant();
      case Ago ago -> now.minus(ago.length());
    };
  }

  /**
   * Reads {@code 2026-11-20T08:15:30Z}, {@code 2026-11-20} and {@code 30m}, {@code 24h}, 7d, 2w.
   */
  final class Converter implements ITypeConverter<Moment> {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([mhdw])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public Moment convert(String text) {
      var ago = AGO.matcher(text);
      try {
        if (ago.matches()) {
          return new Ago(length(Integer.parseInt(ago.group(1)), ago.group(2)));
        }
        return new At(
            DATE.matcher(text).matches()
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time such as 2026-11-20T08:15:30Z, 2026-11-20, 24h or 7d");
      }
    }

    private static Duration length(int count, String unit) {
      return switch (unit) {
        case "m" -> Duration.ofMinutes(count);
        case "h" -> Duration.ofHours(count);
        case "d" -> Duration.ofDays(count);
        default -> Duration.ofDays(7L * count);
      };
    }
  }
}
