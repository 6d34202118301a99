package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What must be true of everything that goes to a terminal or into the log of a CI run. */
public final class Sinks {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]+m");

  private Sinks() {}

  /** The page is harmless, and with colours it is the same page. */
  static String checked(Page page) {
    var plain = page.in(Ink.PLAIN);
    assertThat(stripped(page.in(Ink.COLOUR))).isEqualTo(plain);
    assertHarmless(plain);
    return plain;
  }

  static String stripped(String coloured) {
    return COLOUR.matcher(coloured).replaceAll("");
  }

  public static void assertHarmless(String text) {
    text.codePoints()
        .filter(c -> c != '\n')
        .forEach(
            c ->
                assertThat(isPlain(c))
                    .as("U+%04X in %s", c, text.substring(0, Math.min(300, text.length())))
                    .isTrue());
    text.lines().forEach(line -> assertThat(command(line)).as(line).isFalse());
    assertThat(text.lines().allMatch(line -> line.length() < 20_000)).isTrue();
  }

  private static boolean isPlain(int c) {
    boolean control = c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0xd800 && c <= 0xdfff);
    boolean direction =
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    boolean nothing = (c >= 0x200b && c <= 0x200d) || c == 0xfeff || c == 0x2060 || c == 0xad;
    boolean lines = c == 0x2028 || c == 0x2029 || c == 0x85;
    boolean tag = c >= 0xe0000 && c <= 0xe007f;
    return !(control || direction || nothing || lines || tag);
  }

  /** As the runners look for commands: at the start of a trimmed line, or anywhere in it. */
  private static boolean command(String line) {
    int i = 0;
    while (i < line.length() && (Character.isSpaceChar(line.charAt(i)) || line.charAt(i) < ' ')) {
      i++;
    }
    return line.startsWith("::", i)
        || line.contains("##[")
        || line.contains("##vso[")
        || line.contains("##teamcity[");
  }
}
