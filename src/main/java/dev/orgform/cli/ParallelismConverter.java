package dev.orgform.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many requests may be under way at once: at least one, and no more than do any good. */
final class ParallelismConverter implements ITypeConverter<Integer> {
  private static final int MOST = 100;

  @Override
  public Integer convert(String text) {
    int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > MOST) {
      throw new TypeConversionException("'" + text + "' is not a number from 1 to " + MOST);
    }
    return number;
  }
}
