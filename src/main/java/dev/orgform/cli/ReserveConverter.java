package dev.orgform.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many requests are left to people: with all of them left, a run would never end. */
final class ReserveConverter implements ITypeConverter<Integer> {
  /** One less than the requests that Cloudflare takes in five minutes. */
  private static final int MOST = 1_199;

  @Override
  public Integer convert(String text) {
    int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    if (number < 0 || number > MOST) {
      throw new TypeConversionException(
          "'%s' is not a number from 0 to %d: the API takes %d requests in five minutes, and one"
                  .formatted(text, MOST, MOST + 1)
              + " must be left to orgform");
    }
    return number;
  }
}
