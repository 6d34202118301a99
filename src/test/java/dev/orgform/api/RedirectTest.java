package dev.orgform.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Redirects are never followed, and whoever they point to learns nothing. */
class RedirectTest {
  @RegisterExtension static final WireMockExtension server = Apis.server();
  @RegisterExtension static final WireMockExtension canary = Apis.server();

  static Stream<Arguments> redirects() {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(
            status ->
                Stream.of("http://localhost:CANARY/steal", "http://127.0.0.1:CANARY/", "SELF", "/")
                    .map(target -> Arguments.of(status, target)));
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void noneIsFollowed(int status, String to) {
    String location =
        to.replace("CANARY", "" + canary.getPort()).replace("SELF", server.baseUrl() + "/again");
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Location", location)));
    canary.stubFor(
        any(anyUrl()).willReturn(okJson("{\"success\":true,\"result\":{\"id\":\"a\"}}")));
    var body = JsonNodeFactory.instance.objectNode();
    List<Call> calls =
        List.of(Call.get("a"), Call.post(body, "a"), Call.put(body, "a"), Call.delete("a"));
    for (Credentials credentials : List.of(Apis.TOKEN, Apis.KEY)) {
      try (var api = Apis.open(server.getPort(), credentials)) {
        for (Call call : calls) {
          Reply reply = api.send(call);
          assertThat(Verdict.of(call, Expect.NOTHING, reply)).isEqualTo(Verdict.UNKNOWN);
          Refusal refusal = Refusal.of(call, reply, credentials);
          assertThat(refusal.cause()).isEqualTo(Cause.REDIRECT);
          assertThat(refusal.summary())
              .contains(
                  to.equals("/") ? "to the same host" : location.replaceFirst("(//[^/]+).*", "$1"),
                  "never followed")
              .doesNotContain("steal", Apis.SECRET);
        }
      }
    }
    assertThat(server.getAllServeEvents()).hasSize(8);
    assertThat(canary.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.cloudflare.com@evil.example/x | https://evil.example",
        "//evil.example/x                          | evil.example",
        "https://evil.example:8443/?token=x        | https://evil.example:8443",
        "mailto:a@b.example                        | another kind of address",
        "http://[                                  | an address that cannot be read",
        "http://x\u202ey/                           | http://x\\u202ey"
      })
  void theTargetsHostIsNamed(String location, String named) {
    var reply = new Reply.Answer(302, Headers.of("Location", location), Body.EMPTY);
    assertThat(Refusal.of(Call.get("x"), reply, Apis.TOKEN).summary())
        .isEqualTo("GET /x was answered 302, a redirect to " + named + ", which is never followed");
  }
}
