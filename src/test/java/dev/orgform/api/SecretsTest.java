package dev.orgform.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  @RegisterExtension static final WireMockExtension server = Apis.server();

  private static final Secrets SECRETS = Secrets.of(Apis.TOKEN);

  static Stream<String> echoes() {
    return Stream.of(
        Apis.SECRET,
        Apis.SECRET.toUpperCase(java.util.Locale.ROOT),
        "v1.0-Canary%2FToken%2B0123456789abcdef",
        "v1.0-Canary%2fToken%2b0123456789abcdef",
        "v1.0-Canary\\/Token+0123456789abcdef",
        "v1.0-Canary/Token\\u002B0123456789abcdef",
        "v1.0-Canary&#47;Token&#x2b;0123456789abcdef",
        "v1.0-Canary/Tok\nen+0123456789\r\n  abcdef",
        "v1.0-Canary/Tok\\nen+0123456789\\r\\n\\tabcdef",
        hex());
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void anEchoIsMasked(String echo) {
    assertThat(SECRETS.redact("before " + echo + " after")).isEqualTo("before [secret] after");
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void anEchoNeverComesIn(String echo) {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("X-Echo", echo.replaceAll("[\r\n]", ""))
                    .withBody("{\"success\":false,\"errors\":[{\"message\":\"" + echo + "\"}]}")));
    try (var api = Apis.open(server.getPort(), Apis.TOKEN)) {
      var answer = (Reply.Answer) api.send(Call.get("x"));
      assertThat(answer.headers().first("X-Echo")).contains("[secret]");
      assertThat(answer.body().text()).contains("\"[secret]\"");
      assertThat(Refusal.of(Call.get("x"), answer, Apis.TOKEN).summary()).contains("[secret]");
    }
  }

  @Test
  void aMaskNeverGoesOut() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    var body = JsonNodeFactory.instance.objectNode().put("external_metadata", "key=[secret]");
    var put = Call.put(body, "organizations", "a1", "profile");
    try (var api = Apis.open(server.getPort(), Apis.TOKEN)) {
      assertThat(api.send(put)).as("somebody's own text").isInstanceOf(Reply.Answer.class);
      server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(Apis.SECRET)));
      api.send(Call.get("x"));
      assertThat(api.send(put))
          .isInstanceOfSatisfying(
              Reply.NotSent.class, notSent -> assertThat(notSent.onPurpose()).isTrue());
      assertThat(api.send(Call.put(body.put("external_metadata", ""), "x")))
          .isInstanceOf(Reply.Answer.class);
    }
    assertThat(server.getAllServeEvents()).hasSize(3);
  }

  @Test
  void base64IsFoundAtEveryOffsetInBothAlphabets() {
    for (String before : List.of("", "a", "ab", "abc", "Bearer ", "user@b.example:")) {
      for (String after : List.of("", "z", "zz", "zzz")) {
        byte[] bytes = (before + Apis.SECRET + after).getBytes(StandardCharsets.US_ASCII);
        for (Base64.Encoder encoder :
            List.of(
                Base64.getEncoder(),
                Base64.getUrlEncoder(),
                Base64.getMimeEncoder(20, "\r\n".getBytes()))) {
          String echo = encoder.encodeToString(bytes);
          String masked = SECRETS.redact(echo);
          assertThat(masked).contains("[secret]");
          // What is left of the secret's own characters is less than one of them on each side.
          assertThat(masked.length())
              .isLessThan((before.length() + after.length()) * 2 + "[secret]".length() + 12);
        }
      }
    }
  }

  @Test
  void everythingElseIsLeftByteForByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    assertThat(SECRETS.redact(Body.of(bytes))).isEqualTo(Body.of(bytes));
    assertThat(SECRETS.redact("v1.0-Canary/Token+0123456789abcde")).doesNotContain("[secret]");
  }

  @Test
  void aKeyIsMaskedToo() {
    assertThat(Secrets.of(Apis.KEY).redact(Apis.SECRET + " of a@b.example"))
        .isEqualTo("[secret] of a@b.example");
  }

  @Test
  void aTextMadeToExhaustThePatternDoesNot() {
    String hostile = ("v" + " ".repeat(100_000)).repeat(10) + "v\\n".repeat(300_000);
    assertThat(SECRETS.redact(hostile)).isEqualTo(hostile);
  }

  /** Every character percent-encoded. */
  private static String hex() {
    var out = new StringBuilder();
    for (byte b : Apis.SECRET.getBytes(StandardCharsets.US_ASCII)) {
      out.append(String.format("%%%02X", b));
    }
    return out.toString();
  }
}
