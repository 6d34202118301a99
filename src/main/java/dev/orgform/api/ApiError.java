package dev.orgform.api;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of {@code errors[]} or {@code messages[]}, each field as far as it was given.
 *
 * @param code absent in the audit family, 0 in the billing family, else 1000 and up
 * @param message the server's words, untouched: hostile in any output
 * @param documentationUrl where the server says more; shown, never fetched
 * @param pointer {@code source.pointer}, the JSON pointer to what was wrong in the request
 */
public record ApiError(
    OptionalInt code, String message, Optional<String> documentationUrl, Optional<String> pointer) {

  public static ApiError of(int code, String message) {
    return new ApiError(OptionalInt.of(code), message, Optional.empty(), Optional.empty());
  }
}
