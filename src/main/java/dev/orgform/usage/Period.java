package dev.orgform.usage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days of usage.
 *
 * @param from the first day, in UTC
 * @param to the day behind the last
 */
public record Period(LocalDate from, LocalDate to) {
  /** The API's longest. */
  public static final int MOST_DAYS = 31;

  /** The month so far; on its first day, the month before. */
  public static Period preset(LocalDate to) {
    return new Period(to.minusDays(1).withDayOfMonth(1), to);
  }

  /** The longest period that ends today. */
  public static Period last(LocalDate today) {
    return new Period(today.minusDays(MOST_DAYS), today);
  }

  /** Why the API would not take it, in a sentence; nothing where it would. */
  public Optional<String> fault(LocalDate today) {
    if (!from.isBefore(to)) {
      return Optional.of("%s is not before %s.".formatted(from, to));
    }
    if (to.isAfter(today)) {
      return Optional.of("%s lies in the future; today is %s in UTC.".formatted(to, today));
    }
    long days = ChronoUnit.DAYS.between(from, to);
    return days > MOST_DAYS
        ? Optional.of(
            "From %s to %s are %d days, and the API takes %d at most."
                .formatted(from, to, days, MOST_DAYS))
        : Optional.empty();
  }
}
