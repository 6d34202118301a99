package dev.orgform.scribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A scalar is read as the text that it was written for, by readers that guess types. */
class ScalarsTest {
  private static final String PIECES =
      "aZé北ß٣०0123456789 \t\n\r"
          + ":#-?,[]{}&*!|>'\"%@`~^$=.+_/\\();\u0000\u0007\u007f\u0085\u00a0\u200b\u200d"
          + "\u2028\u202e\ufeff\uffff\ud83d\ude00\udb40\udc41";

  private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a ",
        " a",
        "a  b",
        "null",
        "Null",
        "~",
        "true",
        "NO",
        "on",
        "y",
        "1",
        "-1",
        "1.5",
        "1e3",
        "12e5",
        "0x1f",
        "0o7",
        "0b1",
        "1_000",
        "12:30",
        "2026-11-21",
        "2026-11-21T12:00:00Z",
        "4711",
        "0123",
        ".inf",
        ".nan",
        "NaN",
        "<<",
        "=",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "!a",
        "&a",
        "*a",
        "@a",
        "`a",
        "%a",
        "|",
        ">",
        "'a'",
        "\"a\"",
        "{a}",
        "[a]",
        "a,b",
        "a\nb",
        "---",
        "...",
        "+1 555 0100",
        "a\\b",
        "\u00e9",
        "\ud83d\ude00",
        "${env.HOME}",
        "a ${env.X}",
        "##[group]x",
        "##vso[task.setvariable]x",
        "::error::x",
        "3f00c1d2a4b5968778695a4b3c2d1e0f",
        "0e12",
        "1e1",
        "99999999999999999999999999999999",
        "1d",
        "cloud@acme.example",
        "Acme & Sons (UK) Ltd."
      })
  void textsThatLookLikeSomethingElse(String text) {
    read(text);
  }

  @Test
  void anyText() {
    var random = new Random(1);
    var pieces = PIECES.codePoints().toArray();
    for (int i = 0; i < 8_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(8); length >= 0; length--) {
        text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
      }
      read(text.toString());
    }
  }

  private void read(String text) {
    var written = Scalars.of(text);
    assertThat(loaded("k: " + written)).isEqualTo(Map.of("k", text));
    assertThat(loaded("{k: [" + written + "]}")).isEqualTo(Map.of("k", List.of(text)));
    assertThat(loaded(written + ": 1")).isEqualTo(Map.of(text, 1));
    assertThat(written.codePoints().noneMatch(Hidden::is)).isTrue();
    assertThat(written).doesNotContain("${env.", "##[", "##vso[");
  }

  private Object loaded(String document) {
    return yaml.load(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme Corporation",
        "Straße 北京",
        "3f00c1d2a4b5968778695a4b3c2d1e0f",
        "a@b.example",
        "x-y_z",
        "Acme & Sons (UK) Ltd."
      })
  void whatIsClearStaysAsItIs(String text) {
    assertThat(Scalars.of(text)).isEqualTo(text);
  }

  @Test
  void halfACharacterIsNoText() {
    assertThat(Scalars.isWritable("a\ud800")).isFalse();
    assertThat(Scalars.isWritable("\udc00\ud800")).isFalse();
    assertThat(Scalars.isWritable("\ud83d\ude00")).isTrue();
  }
}
