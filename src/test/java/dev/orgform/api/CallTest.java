package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
  @Test
  void dottedAndRepeatedNamesKeepTheirOrder() {
    Call call =
        Call.get("organizations")
            .query("id", "b")
            .query("id", "a")
            .query("name.startsWith", "x y+z")
            .query("parent.id", "null");
    assertThat(call.line())
        .isEqualTo("GET /organizations?id=b&id=a&name.startsWith=x%20y%2Bz&parent.id=null")
        .isEqualTo(call.toString());
  }

  @Test
  void everythingButUnreservedCharactersIsEncoded() {
    assertThat(Call.get("a/b", "é", "c?d=1#e", "%2e%2e", "members:batchCreate").target())
        .isEqualTo("/a%2Fb/%C3%A9/c%3Fd%3D1%23e/%252e%252e/members:batchCreate");
    assertThat(Call.get("x").query("a&b", "c=d&e:f/😀").target())
        .isEqualTo("/x?a%26b=c%3Dd%26e%3Af%2F%F0%9F%98%80");
    assertThat(Call.get("x").query("empty", "").target()).isEqualTo("/x?empty=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a\r\nb", "\u0000", "a\u007f", "\ud83d"})
  void aSegmentThatCouldLeadElsewhereIsRefused(String segment) {
    assertThatIllegalArgumentException().isThrownBy(() -> Call.get("organizations", segment));
    assertThatIllegalArgumentException().isThrownBy(() -> Call.delete("organizations", segment));
  }

  @Test
  void aPathIsNeeded() {
    assertThatIllegalArgumentException().isThrownBy(() -> Call.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../x",
        "?a=1",
        "%2e%2e",
        "A1",
        "a b",
        "a\r\nb",
        "null ",
        "é",
        "٣",
        "123456789012345678901234567890123"
      })
  void whatIsNoIdIsRefusedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Call.id(text))
        .withMessage("not an id: ids are 1 to 32 of 0-9 and a-z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "z", "3f00c1d2a4b5968778695a4b3c2d1e0f"})
  void idsPass(String text) {
    assertThat(Call.id(text)).isEqualTo(text);
  }

  @Test
  void aParameterNeedsANameAndWholeCharacters() {
    assertThatIllegalArgumentException().isThrownBy(() -> Call.get("x").query("", "y"));
    assertThatIllegalArgumentException().isThrownBy(() -> Call.get("x").query("y", "\udc00"));
  }

  @Test
  void aGetCarriesNoBody() {
    Optional<com.fasterxml.jackson.databind.JsonNode> body =
        Optional.of(JsonNodeFactory.instance.objectNode());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Call(Call.Method.GET, List.of("x"), List.of(), body));
  }

  @Test
  void aBodyIsKeptAsItWas() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "before");
    Call call = Call.put(body, "organizations", "a1");
    body.put("name", "after");
    assertThat(call.body().orElseThrow().path("name").asText()).isEqualTo("before");
    assertThat(call.line()).isEqualTo("PUT /organizations/a1").doesNotContain("before");
  }
}
