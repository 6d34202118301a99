package dev.orgform.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes over the wire, seen from the other end. */
class HttpApiTest {
  @RegisterExtension static final WireMockExtension server = Apis.server();

  private final HttpApi token = Apis.open(server.getPort(), Apis.TOKEN);
  private final HttpApi key = Apis.open(server.getPort(), Apis.KEY);

  @AfterEach
  void close() {
    token.close();
    key.close();
  }

  @Test
  void aTokenGoesAsBearerAndNothingElse() {
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    token.send(Call.get("organizations").query("page_size", "1000"));
    LoggedRequest seen = only();
    assertThat(seen.getUrl()).isEqualTo("/client/v4/organizations?page_size=1000");
    assertThat(seen.header("Authorization").values()).containsExactly("Bearer " + Apis.SECRET);
    assertThat(seen.header("X-Auth-Key").isPresent()).isFalse();
    assertThat(seen.header("X-Auth-Email").isPresent()).isFalse();
    assertThat(seen.getHeader("Accept")).isEqualTo("application/json");
    assertThat(seen.getHeader("User-Agent")).isEqualTo("orgform/1.2.3");
    assertThat(seen.getAllHeaderKeys())
        .containsExactlyInAnyOrder(
            "Accept", "Accept-Encoding", "Authorization", "Connection", "Host", "User-Agent");
  }

  @Test
  void aKeyGoesWithItsEmailAndNothingElse() {
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    key.send(Call.get("organizations"));
    LoggedRequest seen = only();
    assertThat(seen.header("X-Auth-Key").values()).containsExactly(Apis.SECRET);
    assertThat(seen.header("X-Auth-Email").values()).containsExactly("a@b.example");
    assertThat(seen.header("Authorization").isPresent()).isFalse();
  }

  @Test
  void bodiesAreJsonAndAColonStays() {
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "Zoë");
    key.send(Call.post(body, "organizations", "a1", "members:batchCreate"));
    LoggedRequest seen = only();
    assertThat(seen.getMethod().getName()).isEqualTo("POST");
    assertThat(seen.getUrl()).isEqualTo("/client/v4/organizations/a1/members:batchCreate");
    assertThat(seen.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(seen.getBodyAsString()).isEqualTo("{\"name\":\"Zoë\"}");
  }

  @Test
  void everyMethodIsSentOnce() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (Call call :
        List.of(Call.get("a"), Call.post(body, "b"), Call.put(body, "c"), Call.delete("d"))) {
      assertThat(key.send(call))
          .isInstanceOfSatisfying(
              Reply.Answer.class, answer -> assertThat(answer.status()).isEqualTo(204));
    }
    assertThat(server.getAllServeEvents()).hasSize(4);
  }

  @Test
  void anAnswerComesWholeWithItsHeaders() {
    server.stubFor(
        any(anyUrl()).willReturn(okJson("{\"success\":true}").withHeader("CF-Ray", "8f-FRA")));
    var answer = (Reply.Answer) token.send(Call.get("organizations"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("cf-ray")).contains("8f-FRA");
    assertThat(answer.body()).isEqualTo(Body.of("{\"success\":true}"));
  }

  @Test
  void noCookieComesBack() {
    server.stubFor(any(anyUrl()).willReturn(ok().withHeader("Set-Cookie", "__cf_bm=1; Path=/")));
    token.send(Call.get("organizations"));
    token.send(Call.get("organizations"));
    assertThat(server.getAllServeEvents())
        .allMatch(event -> !event.getRequest().containsHeader("Cookie"))
        .hasSize(2);
  }

  @Test
  void a401IsNotAskedTwice() {
    server.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic")));
    token.send(Call.get("organizations"));
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void aCompressedAnswerIsReadAndABombIsNot() throws IOException {
    server.stubFor(any(anyUrl()).willReturn(gzip("{\"a\":1}".getBytes())));
    assertThat(token.send(Call.get("x")))
        .isInstanceOfSatisfying(
            Reply.Answer.class, a -> assertThat(a.body().text()).isEqualTo("{\"a\":1}"));
    server.stubFor(any(anyUrl()).willReturn(gzip(new byte[50 << 20])));
    assertThat(token.send(Call.get("x")))
        .isInstanceOfSatisfying(
            Reply.Lost.class, lost -> assertThat(lost.why()).contains("larger than 8388608 bytes"));
  }

  @Test
  void manySendersShareAsManyConnections() throws Exception {
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    try (var threads = Executors.newFixedThreadPool(16)) {
      Callable<Reply> one = () -> token.send(Call.get("organizations"));
      List<Future<Reply>> replies = threads.invokeAll(Collections.nCopies(200, one));
      for (Future<Reply> reply : replies) {
        assertThat(reply.get()).isInstanceOf(Reply.Answer.class);
      }
    }
    assertThat(server.getAllServeEvents()).hasSize(200);
  }

  private static ResponseDefinitionBuilder gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return ok().withHeader("Content-Encoding", "gzip").withBody(out.toByteArray());
  }

  private static LoggedRequest only() {
    assertThat(server.getAllServeEvents()).hasSize(1);
    return server.getAllServeEvents().get(0).getRequest();
  }
}
