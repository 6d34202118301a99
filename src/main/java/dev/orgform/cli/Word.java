package dev.orgform.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line that stand for constants: in lower case, and no others. */
final class Word {
  private Word() {}

  static <E extends Enum<E>> E read(Class<E> constants, String text) {
    return Arrays.stream(constants.getEnumConstants())
        .filter(constant -> of(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s".formatted(text, choices(constants))));
  }

  private static String choices(Class<? extends Enum<?>> constants) {
    return Arrays.stream(constants.getEnumConstants())
        .map(Word::of)
        .collect(Collectors.joining(", "));
  }

  private static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
