package dev.orgform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{}|{}",
        " [ ] |[]",
        "{\"b\": 1, \"a\": [true, false, null]}|{\"a\":[true,false,null],\"b\":1}",
        "[1.0, -0, 1e2, 1E+2, 0.10, -1.5e-3]|[1,0,100,100,0.1,-0.0015]",
        "[1e400]|[1E+400]",
        "[1e00000400]|[1E+400]",
        "[123456789012345678901234567890.5]|[123456789012345678901234567890.5]",
        "[\"\\u0041\\/\\\"\\\\\\n\\u0001\\u001f\"]|[\"A/\\\"\\\\\\n\\u0001\\u001f\"]",
        "[\"\\ud83d\\ude00\"]|[\"😀\"]",
        "{\"é\":1,\"z\":2}|{\"z\":2,\"é\":1}",
      })
  void readsAndWritesCanonically(String text, String canonical) {
    var value = JsonText.parse(text).orElseThrow();
    assertThat(JsonText.write(value)).isEqualTo(canonical);
    assertThat(JsonText.parse(canonical)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "[1] x",
        "[1][2]",
        "nul",
        "True",
        "NaN",
        "[NaN]",
        "[Infinity]",
        "[+1]",
        "[01]",
        "[.5]",
        "[1.]",
        "[1e]",
        "[0x1F]",
        "[-]",
        "[1 2]",
        "[\"a]",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "[\"\\u",
        "[\"\t\"]",
        "[\"\\ud83d\"]",
        "[\"\\ude00\\ud83d\"]",
        "{\"a\":1,\"a\":1}",
        "[1e10000]",
        "[1e-99999999999]",
        "/*c*/[]",
        "[]//c",
        "\u00a0[]",
        "\ufeff[]",
        "[\u0661]",
        "[\"\\",
        "{\"a\":1"
      })
  void takesNothingElse(String text) {
    assertThat(JsonText.parse(text)).isEmpty();
    assertThat(JsonText.read(text)).isEqualTo(Value.text(text));
  }

  @Test
  void keepsTheSpellingOfObjectsAndArrays() {
    assertThat(JsonText.read("{ \"a\" : 1 }"))
        .isEqualTo(
            new Value.Json(
                new Value.Tree(new TreeMap<>(Map.of("a", new Value.Number(BigDecimal.ONE)))),
                "{ \"a\" : 1 }"));
    assertThat(JsonText.read("{ \"a\" : 1 }").means(JsonText.read("{\"a\":1.0}"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "true", "null", "\"text\"", "plain text"})
  void leavesOtherJsonAsText(String text) {
    assertThat(JsonText.read(text)).isEqualTo(Value.text(text));
  }

  @Test
  void stopsAtTheDepthAndSizeItPromises() {
    int depth = JsonText.MAX_DEPTH;
    assertThat(JsonText.parse("[".repeat(depth) + "]".repeat(depth))).isPresent();
    assertThat(JsonText.parse("[".repeat(depth + 1) + "]".repeat(depth + 1))).isEmpty();
    assertThat(JsonText.parse("{\"a\":".repeat(100_000))).isEmpty();
    assertThat(JsonText.parse("[".repeat(1_000_000))).isEmpty();
    assertThat(JsonText.parse("9".repeat(JsonText.MAX_NUMBER_LENGTH))).isPresent();
    assertThat(JsonText.parse("9".repeat(JsonText.MAX_NUMBER_LENGTH + 1))).isEmpty();
    assertThat(JsonText.parse("[" + "9".repeat(1_000_000) + "]")).isEmpty();
  }

  @Test
  void refusesWhatJsonHasNoWordFor() {
    var ref = new Value.Ref(new Address("organization", "acme"));
    assertThatThrownBy(() -> JsonText.write(ref)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonText.write(Value.unmanaged()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 5_000; i++) {
      var value = new Value.Many(List.of(any(random, 0)));
      var text = JsonText.write(value);
      assertThat(JsonText.parse(text)).as(text).contains(value);
    }
  }

  @Test
  void anyTextIsReadWithoutAnException() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    var signs = "{}[]\",:\\ue+-.0123456789tfn \n\u0000\ud83d";
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      JsonText.parse(text.toString())
          .ifPresent(value -> assertThat(JsonText.parse(JsonText.write(value))).contains(value));
    }
  }

  private static Value any(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 5 ? 4 : 6)) {
      case 0 -> Value.none();
      case 1 -> new Value.Flag(random.nextBoolean());
      case 2 -> new Value.Number(BigDecimal.valueOf(random.nextLong(), random.nextInt(-400, 400)));
      case 3 -> Value.text(anyText(random));
      case 4 -> {
        var values = new ArrayList<Value>();
        for (int length = random.nextInt(4); length > 0; length--) {
          values.add(any(random, depth + 1));
        }
        yield new Value.Many(values);
      }
      default -> {
        var branches = new TreeMap<String, Value>();
        for (int length = random.nextInt(4); length > 0; length--) {
          branches.put(anyText(random), any(random, depth + 1));
        }
        yield new Value.Tree(branches);
      }
    };
  }

  private static String anyText(RandomGenerator random) {
    var text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      int c = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
      text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? ' ' : c);
    }
    return text.toString();
  }
}
