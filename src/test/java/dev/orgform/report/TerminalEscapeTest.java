package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalEscapeTest {
  private final Escape escape = new TerminalEscape();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme Corporation",
        "株式会社　アクメ",
        "Ünïcödé ½ €",
        "\ud83d\ude00",
        "C:\\x",
        "a: b::c",
        "# one ## two",
        "+1 555 0100"
      })
  void leavesOrdinaryTextAsItIs(String text) {
    assertThat(escape.escape(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          27     | \\u{1B}
          0      | \\u{0}
          127    | \\u{7F}
          155    | \\u{9B}
          8238   | \\u{202E}
          8203   | \\u{200B}
          8232   | \\u{2028}
          65279  | \\u{FEFF}
          160    | \\u{A0}
          12644  | \\u{3164}
          55296  | \\u{D800}
          917569 | \\u{E0041}
          10     | \\n
          13     | \\r
          9      | \\t
          """)
  void spellsOutWhatCannotBeSeen(int codePoint, String shown) {
    assertThat(escape.escape(new String(new int[] {codePoint}, 0, 1))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "'::error::x', '\\u{3A}:error::x'",
    "'  ::error::x', '  \\u{3A}:error::x'",
    "'a ##[debug]', 'a #\\u{23}[debug]'",
    "'##vso[x]', '#\\u{23}vso[x]'",
    "'###teamcity[x]', '##\\u{23}teamcity[x]'"
  })
  void breaksCommands(String raw, String shown) {
    assertThat(escape.escape(raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @MethodSource("dev.orgform.documents.Hostile#strings")
  void isHarmless(String text) {
    if (text.length() < 10_000) {
      Sinks.assertHarmless(escape.escape(text));
    }
  }

  @Test
  void isHarmlessWhateverTheCharacters() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(piece(random));
      }
      Sinks.assertHarmless(escape.escape(text.toString()));
    }
  }

  private static String piece(Random random) {
    String[] pieces = {"#", "##", "[", "::", ":", " ", "\u3000", "vso", "\u001b", "\n", "\ud83d"};
    return random.nextBoolean()
        ? pieces[random.nextInt(pieces.length)]
        : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
  }
}
