package dev.orgform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgform.model.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SafeJsonTest {
  @ParameterizedTest
  @MethodSource("dev.orgform.documents.Hostile#strings")
  void isSafeAndSaysTheSame(String text) throws Exception {
    var json = JsonNodeFactory.instance.objectNode().put("k", text);
    if (Hostile.isWellFormed(text)) {
      json.put(text, text);
    }
    var written = SafeJson.line(json);
    assertThat(written).matches("[ -~]*+").doesNotContain("##");
    assertThat(SafeJson.read(written)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({
    "4700, 4700",
    "1e2, 100",
    "0.50, 0.5",
    "-7, -7",
    "1e999999999, 1E+999999999",
    "12345678901234567890, 12345678901234567890"
  })
  void writesNumbersAsPeopleDo(BigDecimal number, String written) {
    assertThat(SafeJson.line(ValueJson.plain(new Value.Number(number)))).isEqualTo(written);
  }

  @Test
  void looksTheSameOnEveryMachine() {
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("a").add(1).add("x");
    json.putObject("b");
    json.putArray("c");
    assertThat(SafeJson.pretty(json))
        .isEqualTo("{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": {},\n  \"c\": []\n}");
  }
}
