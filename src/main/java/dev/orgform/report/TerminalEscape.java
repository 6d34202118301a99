package dev.orgform.report;

import java.util.Locale;

/**
 * For terminals and logs: what cannot be seen is spelled out by its number in hexadecimal, line
 * breaks and tabs as people write them in strings, and commands of CI runners are broken.
 */
public final class TerminalEscape implements Escape {
  @Override
  public String escape(String raw) {
    var safe = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(codePoint -> safe.append(shown(codePoint)));
    return withoutCommands(safe.toString());
  }

  /** One character as it may be shown. */
  public static String shown(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Invisible.is(codePoint) ? spelled(codePoint) : Character.toString(codePoint);
    };
  }

  /** A line without visible harm, in which no runner finds a command. */
  private static String withoutCommands(String line) {
    var broken = new StringBuilder(line);
    for (int index : CommandForms.in(line).reversed()) {
      broken.replace(index, index + 1, spelled(line.charAt(index)));
    }
    return broken.toString();
  }

  static String spelled(int codePoint) {
    return String.format(Locale.ROOT, "\\u{%X}", codePoint);
  }
}
