package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");

  @Test
  void troubleOnTheWaySaysWhetherAnythingWasSent() {
    Refusal notSent = Refusal.of(POST, new Reply.NotSent("h refused the connection"), Apis.KEY);
    assertThat(notSent.cause()).isEqualTo(Cause.NETWORK);
    assertThat(notSent.summary())
        .isEqualTo("POST /organizations was not sent: h refused the connection");
    assertThat(notSent.advice()).startsWith("Check the network").doesNotContain("took effect");
    Refusal lost = Refusal.of(POST, new Reply.Lost("h closed the connection"), Apis.KEY);
    assertThat(lost.summary())
        .isEqualTo("POST /organizations has no answer: h closed the connection");
    assertThat(lost.advice()).startsWith("Whether it took effect is not known");
    assertThat(Refusal.of(Call.get("x"), new Reply.Lost("h"), Apis.KEY).advice())
        .startsWith("Check the network");
  }

  @Test
  void aKeyIsNeverTheMissingKey() {
    var reply =
        Reply.Answer.json(
            403, "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Forbidden\"}]}");
    assertThat(Refusal.of(Call.delete("organizations", "a1"), reply, Apis.KEY).advice())
        .contains("This user may not do that")
        .doesNotContain("Global API key is needed");
  }

  @Test
  void aWrongKeyAndAWrongTokenGetDifferentAdvice() {
    var reply = Reply.Answer.json(401, "{\"success\":false,\"errors\":[{\"code\":9109}]}");
    assertThat(Refusal.of(Call.get("x"), reply, Apis.KEY).advice())
        .contains("CLOUDFLARE_API_KEY", "CLOUDFLARE_EMAIL");
    assertThat(Refusal.of(Call.get("x"), reply, Apis.TOKEN).advice())
        .contains("CLOUDFLARE_API_TOKEN");
  }

  @Test
  void manyErrorsStayOneLine() {
    String one = "{\"code\":1001,\"message\":\"m\"}";
    String body = "{\"success\":false,\"errors\":[" + (one + ",").repeat(9) + one + "]}";
    Refusal refusal = Refusal.of(Call.get("x"), Reply.Answer.json(400, body), Apis.TOKEN);
    assertThat(refusal.summary())
        .isEqualTo(
            "GET /x was answered 400: code 1001 \"m\"; code 1001 \"m\"; code 1001 \"m\"; and 7"
                + " more");
    assertThat(refusal.errors()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mred",
        "a\nb",
        "a\r\n::error::b",
        "\u202eevil",
        "\u200b",
        "\u2028",
        "\u0007",
        "\u009b31m",
        "\ue000",
        "\ufeff",
        "\ud83d"
      })
  void theServersWordsCannotActOnATerminal(String hostile) {
    String message = JsonNodeFactory.instance.textNode(hostile).toString();
    String body = "{\"success\":false,\"errors\":[{\"message\":" + message + "}]}";
    var reply =
        new Reply.Answer(400, Headers.of("cf-ray", hostile, "Retry-After", hostile), Body.of(body));
    Refusal refusal = Refusal.of(Call.get("x"), reply, Apis.TOKEN);
    assertThat(refusal.summary() + refusal.ray() + refusal.retryAfter()).matches("[\\x20-\\x7e]*");
  }

  @Test
  void aLongMessageIsCutAndSaysSo() {
    String body =
        "{\"success\":false,\"errors\":[{\"message\":\"" + "é".repeat(1_000_000) + "\"}]}";
    assertThat(Refusal.of(Call.get("x"), Reply.Answer.json(400, body), Apis.TOKEN).summary())
        .hasSizeLessThan(400)
        .endsWith("é… (1000000 characters)\"");
  }
}
