package dev.orgform.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a flag's value: {@code true} and {@code false}, and what pipelines write instead. */
final class YesOrNo implements ITypeConverter<Boolean> {
  @Override
  public Boolean convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default ->
          throw new TypeConversionException(
              "'" + text + "' is neither true, 1 or yes nor false, 0 or no");
    };
  }
}
