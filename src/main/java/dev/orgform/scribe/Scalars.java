package dev.orgform.scribe;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text as a YAML scalar on one line: plain where every YAML reader takes it for that text, else in
 * double quotes. What people cannot see is an escape; so is what orgform or a CI runner would take
 * for something else.
 */
public final class Scalars {
  /** Besides letters and digits, what means nothing to YAML at any place of a line. */
  private static final String HARMLESS = "_./+@()&;$%=~^-";

  /** Longer texts are quoted, because editors fold and wrap what is plain. */
  private static final int LONGEST_PLAIN = 120;

  /** Ids may begin with a digit, as long as they are no number. */
  private static final Pattern CODE = Pattern.compile("[0-9]+[a-z][0-9a-z]*");

  /** What some YAML reader takes for a number all the same. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]+e[0-9]+|0[xob][0-9a-f]*|[0-9]+[lfd]", Pattern.CASE_INSENSITIVE);

  /** Words that are something else than text in YAML 1.1 or 1.2. */
  private static final Pattern WORD =
      Pattern.compile("null|true|false|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

  /** A command of a CI runner begins so: {@code ##[…}, {@code ##vso[…}. */
  private static final Pattern COMMAND = Pattern.compile("#(?=#\\p{L}*\\[)");

  private Scalars() {}

  /** Whether a text can be written at all: half a surrogate pair is no text in UTF-8. */
  public static boolean isWritable(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  /** The shortest way of writing a text that nobody can misread. */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** The same text in double quotes. */
  public static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> character(c, out));
    out.append('"');
    // The written text counts: this way it is neither a variable nor a command.
    return COMMAND.matcher(out).replaceAll("\\\\x23").replace("${env.", "\\x24{env.");
  }

  /** The same text in single quotes, where these can hold it as it is. */
  public static Optional<String> single(String text) {
    boolean holds =
        text.codePoints().noneMatch(Hidden::is)
            && !text.contains("${env.")
            && !COMMAND.matcher(text).find();
    return holds ? Optional.of("'" + text.replace("'", "''") + "'") : Optional.empty();
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > LONGEST_PLAIN) {
      return false;
    }
    return Character.isLetter(text.codePointAt(0))
        ? isHarmless(text) && !WORD.matcher(text).matches() && !text.contains("${")
        : CODE.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }

  /** Single blanks between words, and nothing special in these. */
  private static boolean isHarmless(String text) {
    return !text.endsWith(" ")
        && !text.contains("  ")
        && text.codePoints()
            .allMatch(c -> c == ' ' || isOfWord(c) || (c < 0x80 && HARMLESS.indexOf(c) >= 0));
  }

  private static boolean isOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> !Hidden.isInvisible(c);
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static void character(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (!Hidden.is(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U")
              .append(
                  String.format(
                      Locale.ROOT, c < 0x100 ? "%02X" : c < 0x10000 ? "%04X" : "%08X", c));
        }
      }
    }
  }
}
