package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.KEY;
import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.headers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and with what. */
class CallerTest {
  private final Hands hands = new Hands();

  private Answer list(Map<String, String> headers) {
    return hands.send("GET", "/organizations", headers, "");
  }

  @Test
  void eitherSchemeIsEnough() {
    assertThat(list(KEY).status()).isEqualTo(200);
    assertThat(list(TOKEN).status()).isEqualTo(200);
    assertThat(list(Map.of("authorization", "bearer x")).status()).isEqualTo(200);
  }

  @Test
  void withoutACredentialNothingIsAnswered() {
    for (Map<String, String> none :
        List.of(
            Map.<String, String>of(),
            Map.of("Authorization", "Bearer "),
            Map.of("Authorization", "Basic eDp5"),
            Map.of("X-Auth-Email", "a@b.example"),
            Map.of("X-Auth-Key", "k"),
            Map.of("X-Auth-Email", " ", "X-Auth-Key", "k"))) {
      assertDenied(list(none), 400, 9106);
    }
    assertDenied(hands.send("GET", "/nowhere", Map.of(), ""), 400, 9106);
  }

  @Test
  void bothSchemesAtOnceAreRefused() {
    assertDenied(list(headers(KEY, "Authorization", "Bearer t")), 400, 9106);
    assertDenied(list(headers(TOKEN, "X-Auth-Key", "k")), 400, 9106);
  }

  @Test
  void acceptedCredentialsShutOutAllOthers() {
    var sandbox =
        new Sandbox(
            Keep.inMemory(Estate.empty()),
            Knobs.preset(),
            List.of(new Credential.Token("right"), new Credential.Key("a@b.example", "k")),
            InstantSource.system());
    var right = Map.of("Authorization", "Bearer right");
    String path = "/client/v4/organizations";
    assertThat(sandbox.dispatch(Request.of("GET", path, right, "")).status()).isEqualTo(200);
    assertThat(sandbox.dispatch(Request.of("GET", path, KEY, "")).status()).isEqualTo(200);
    assertDenied(sandbox.dispatch(Request.of("GET", path, TOKEN, "")), 403, 9109);
    var wrong = headers(KEY, "X-Auth-Key", "other");
    assertDenied(sandbox.dispatch(Request.of("GET", path, wrong, "")), 403, 9103);
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(new Credential.Token("hush").toString()).doesNotContain("hush");
    assertThat(new Credential.Key("a@b.example", "hush").toString()).doesNotContain("hush");
    assertThat(new Gate(List.of(new Credential.Token("hush")), Optional.empty()).toString())
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.1:80", "localhost:8787", "[::1]:8787"})
  void thisMachineIsItsHost(String host) {
    assertThat(list(headers(KEY, "Host", host)).status()).isEqualTo(200);
    var page = headers(headers(KEY, "Host", host), "Origin", "http://" + host);
    assertThat(list(page).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8787", "127.0.0.1.evil.example", "localhost@evil"})
  void foreignHostsAreRefused(String host) {
    assertDenied(list(headers(KEY, "Host", host)), 403, 1403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://localhost:3000", "https://localhost:8787"})
  void foreignPagesAreRefused(String origin) {
    var page = headers(headers(KEY, "Host", "localhost:8787"), "Origin", origin);
    assertDenied(list(page), 403, 1403);
    assertDenied(list(headers(KEY, "Origin", origin)), 403, 1403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""})
  void bodiesAreJsonAndSaySo(String type) {
    for (String method : List.of("POST", "PUT")) {
      var plain = headers(KEY, "Content-Type", type);
      assertDenied(hands.send(method, "/organizations", plain, "{\"name\":\"a\"}"), 415, 1415);
    }
    assertThat(hands.names("")).isEmpty();
  }

  @Test
  void aCharsetBesideJsonIsFine() {
    var type = headers(KEY, "Content-Type", "Application/JSON; charset=utf-8");
    assertThat(hands.send("POST", "/organizations", type, "{\"name\":\"a\"}").status())
        .isEqualTo(200);
  }

  @Test
  void aBodyMayHaveOneMebibyteAndNotAByteMore() {
    String frame = "{\"name\":\"\"}";
    String name = "é".repeat((Doorway.LARGEST_BODY - frame.length()) / 2) + "x";
    String largest = "{\"name\":\"" + name + "\"}";
    assertThat(hands.post(largest).status()).isEqualTo(200);
    assertDenied(hands.post(largest + " "), 413, 1413);
  }

  @Test
  void everyAnswerHasARayIdAndTheTime() {
    var first = hands.get("/organizations").headers();
    assertThat(first).containsEntry("Date", "Fri, 20 Nov 2026 08:15:30 GMT");
    assertThat(first.get("cf-ray")).matches("[0-9a-f]{16}-SBX");
    assertThat(hands.send("GET", "/", Map.of(), "").headers().get("cf-ray"))
        .matches("[0-9a-f]{16}-SBX")
        .isNotEqualTo(first.get("cf-ray"));
  }

  @Test
  void everyRequestIsRemembered() {
    hands.get("/organizations?name=a%20b");
    hands.post("{}");
    hands.send("GET", "/nowhere", Map.of(), "");
    assertThat(hands.sandbox.requests())
        .containsExactly(
            new Served("GET", "/client/v4/organizations?name=a%20b", 200),
            new Served("POST", "/client/v4/organizations", 400),
            new Served("GET", "/client/v4/nowhere", 400));
    assertThat(hands.sandbox.requests().getFirst())
        .hasToString("GET /client/v4/organizations?name=a%20b 200");
  }
}
