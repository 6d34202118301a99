package dev.orgform.config;

import dev.orgform.model.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Diagnostics as the expected files of the tests hold them: every field, one thing a line. */
final class Shown {
  private Shown() {}

  static String all(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Shown::one).collect(Collectors.joining());
  }

  private static String one(Diagnostic diagnostic) {
    var out = new StringBuilder();
    out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    out.append(' ').append(diagnostic.code().word());
    for (var place : diagnostic.places()) {
      out.append(' ').append(place);
      if (place.line() > 0) {
        out.append('+').append(place.length());
      }
    }
    out.append("\n  ").append(diagnostic.summary());
    out.append("\n  ").append(diagnostic.detail());
    out.append("\n  ").append(diagnostic.remedy());
    return out.append('\n').toString();
  }
}
