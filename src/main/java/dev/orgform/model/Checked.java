package dev.orgform.model;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading something, and all that is to be said about it; the value is there unless
 * one of the diagnostics is an error.
 */
public record Checked<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Checked {
    diagnostics = List.copyOf(diagnostics);
    if (value.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a value goes without errors, and only without them");
    }
  }

  /** The value where nothing is wrong, else the diagnostics alone. */
  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError)
        ? failed(diagnostics)
        : new Checked<>(Optional.of(value), diagnostics);
  }

  public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
    return new Checked<>(Optional.empty(), diagnostics);
  }
}
