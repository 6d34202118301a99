package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SandboxServerTest {
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final SandboxServer server =
      SandboxServer.start(
          Sandbox.inMemory(
              Estate.empty(), Knobs.preset().with("latency", "7s"), InstantSource.system()),
          0,
          pauses::add);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
        .header("X-Auth-Email", "a@b.example")
        .header("X-Auth-Key", "k")
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void anOrganizationLivesAndDies() throws Exception {
    var created = send(to("/organizations").POST(BodyPublishers.ofString("{\"name\":\"añ\"}")));
    assertThat(created.statusCode()).isEqualTo(200);
    assertThat(created.body()).contains("\"name\":\"añ\"");
    assertThat(created.headers().firstValue("content-type")).contains("application/json");
    assertThat(created.headers().firstValue("cf-ray")).isPresent();
    assertThat(created.headers().firstValue("ratelimit")).contains("\"default\";r=1199;t=300");
    assertThat(created.headers().allValues("date")).hasSize(1);
    String id = server.sandbox().estate().pick("añ").id();

    var put =
        send(to("/organizations/" + id + "/profile").PUT(BodyPublishers.ofString(Hands.PROFILE)));
    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(put.body()).isEmpty();
    assertThat(send(to("/organizations/" + id + "/profile").GET()).body()).contains("1 Way");
    assertThat(send(to("/organizations?name=a%C3%B1").GET()).body()).contains(id);
    assertThat(send(to("/organizations/" + id).DELETE()).statusCode()).isEqualTo(200);
    var gone = send(to("/organizations/" + id).DELETE());
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).startsWith("{\"success\":false");
    assertThat(server.sandbox().requests())
        .extracting(Served::status)
        .containsExactly(200, 204, 200, 200, 200, 404);
    assertThat(pauses).hasSize(6).containsOnly(Duration.ofSeconds(7));
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    for (int i = 0; i < 50; i++) {
      var body = BodyPublishers.ofString("{\"name\":\"o" + i + "\"}");
      assertThat(send(to("/organizations").POST(body)).statusCode()).isEqualTo(200);
    }
    assertThat(server.sandbox().estate().organizations()).hasSize(50);
  }

  @Test
  void aBodyThatIsTooLargeIsAnsweredAndNotCutOff() throws Exception {
    var body = BodyPublishers.ofString("x".repeat(3 << 20));
    assertThat(send(to("/organizations").POST(body)).statusCode()).isEqualTo(413);
    assertThat(send(to("/organizations").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void itListensOnThisMachineOnly() {
    assertThat(server.baseUrl().toString())
        .isEqualTo("http://127.0.0.1:" + server.port() + "/client/v4");
  }

  @Test
  void aForeignHostIsRefusedBeforeAnythingElse() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          String.join(
              "\r\n",
              "GET /client/v4/organizations HTTP/1.1",
              "Host: evil.example",
              "Authorization: Bearer t",
              "Connection: close",
              "",
              "");
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 403")
          .contains("\"code\":1403");
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThatThrownBy(() -> SandboxServer.start(server.sandbox(), server.port()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is in use");
  }

  @Test
  void closingCutsOffWhoeverIsWaiting() throws Exception {
    var waiting = new CountDownLatch(1);
    var slow =
        SandboxServer.start(
            server.sandbox(),
            0,
            duration -> {
              waiting.countDown();
              TimeUnit.DAYS.sleep(1);
            });
    var request = to("/organizations").uri(URI.create(slow.baseUrl() + "/organizations")).build();
    var answer = client.sendAsync(request, BodyHandlers.ofString());
    assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
    slow.close();
    assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(IOException.class);
  }
}
