package dev.orgform.api;

import java.util.List;
import java.util.Optional;

/** What a person gave: a usable value, or every problem with it at once. */
public record Given<T>(Optional<T> value, List<Problem> problems) {
  public Given {
    problems = List.copyOf(problems);
    if (value.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("either a value or problems");
    }
  }

  public static <T> Given<T> of(T value) {
    return new Given<>(Optional.of(value), List.of());
  }

  public static <T> Given<T> wrong(List<Problem> problems) {
    return new Given<>(Optional.empty(), problems);
  }

  public static <T> Given<T> wrong(Problem problem) {
    return wrong(List.of(problem));
  }
}
