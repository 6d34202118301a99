package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte of a connection, and how it ends, as a client without a library sees it. */
@Timeout(60)
class ConversationTest {
  private static final String GET = request("GET", "");
  private static final String CREATE = request("POST", "{\"name\":\"new\"}");

  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  private Sandbox sandbox(String faults) {
    return new Sandbox(
        Keep.inMemory(Estate.empty()),
        Knobs.preset(),
        List.of(),
        InstantSource.fixed(Instant.parse("2026-11-20T08:15:30.120Z")),
        Faults.parse(faults));
  }

  private SandboxServer serve(String faults) {
    var server = SandboxServer.start(sandbox(faults), 0, pauses::add);
    open.add(server);
    return server;
  }

  private Socket connect(SandboxServer server) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    open.add(socket);
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static String request(String method, String body, String... headers) {
    return method
        + " /client/v4/organizations HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Auth-Email: a@b.example\r\n"
        + "X-Auth-Key: k\r\nContent-Type: application/json\r\n"
        + String.join("", List.of(headers))
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What came, and how it ended. */
  private record Heard(byte[] bytes, boolean reset) {
    String text() {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static Heard hear(Socket socket) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        bytes.write(b);
      }
      return new Heard(bytes.toByteArray(), false);
    } catch (SocketException e) {
      return new Heard(bytes.toByteArray(), true);
    }
  }

  /** Reads one answer that is framed by its length. */
  private static String answer(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = socket.getInputStream().read();
      assertThat(b).as("end of: %s", head).isNotNegative();
      head.append((char) b);
    }
    var length = Pattern.compile("Content-Length: ([0-9]+)").matcher(head);
    byte[] body =
        socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head + new String(body, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"reset,true", "close,false", "acted+reset,true", "acted+close,false"})
  void anAnswerIsCutAtEveryByte(String fault, boolean reset) throws Exception {
    byte[] whole =
        HttpBytes.of(
            sandbox("none")
                .dispatch(
                    Request.of(
                        "POST", "/client/v4/organizations", Hands.KEY, "{\"name\":\"new\"}")));
    for (int cut = 0; cut <= whole.length; cut++) {
      try (var server = SandboxServer.start(sandbox("1:" + fault + "@" + cut), 0);
          var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(30_000);
        write(socket, CREATE);
        var heard = hear(socket);
        boolean acted = fault.startsWith("acted");
        int expected = acted ? cut : Math.min(cut, whole.length - 1);
        assertThat(heard.bytes()).as("cut at %d", cut).isEqualTo(Arrays.copyOf(whole, expected));
        assertThat(heard.reset()).as("reset at %d", cut).isEqualTo(reset);
        assertThat(server.sandbox().estate().organizations()).hasSize(acted ? 1 : 0);
      }
    }
  }

  @Test
  void aRefusedRequestIsResetBeforeAnything() throws Exception {
    var server = serve("1:refused");
    var socket = connect(server);
    write(socket, CREATE);
    assertThat(hear(socket)).matches(heard -> heard.bytes().length == 0 && heard.reset());
    assertThat(server.sandbox().estate().organizations()).isEmpty();
    var next = connect(server);
    write(next, CREATE);
    assertThat(answer(next)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({"silent,0", "acted+silent,1"})
  void aSilentServerKeepsTheConnectionOpen(String fault, int organizations) throws Exception {
    var server = serve("1:" + fault);
    var socket = connect(server);
    write(socket, CREATE);
    socket.setSoTimeout(300);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(server.sandbox().estate().organizations()).hasSize(organizations);
    server.close();
    assertThat(hear(socket).bytes()).isEmpty();
  }

  @Test
  void aSlowAnswerWaitsASecondAfterEachPart() throws Exception {
    var server = serve("1:slow(100)");
    var socket = connect(server);
    write(socket, CREATE);
    String answer = answer(socket);
    assertThat(answer).contains("\"name\":\"new\"");
    assertThat(pauses)
        .hasSize(1 + (answer.length() - 1) / 100)
        .startsWith(Duration.ZERO)
        .containsOnly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void aLateAnswerWaitsFirst() throws Exception {
    var socket = connect(serve("1:late(20s)"));
    write(socket, CREATE);
    assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    assertThat(pauses).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void aConnectionServesOneRequestBehindTheOther() throws Exception {
    var server = serve("none");
    var socket = connect(server);
    write(socket, CREATE + GET);
    assertThat(answer(socket)).contains("\"name\":\"new\"");
    assertThat(answer(socket)).contains("\"total_size\":1");
    write(socket, "\r\n" + GET);
    assertThat(answer(socket)).contains("\"total_size\":1");
    write(socket, request("DELETE", ""));
    assertThat(answer(socket)).startsWith("HTTP/1.1 405");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close\r\n", "Connection: TE, Close\r\n"})
  void whoAsksForItIsLetGo(String header) throws Exception {
    var socket = connect(serve("none"));
    write(socket, request("GET", "", header));
    assertThat(hear(socket))
        .matches(heard -> !heard.reset() && heard.text().contains("Connection: close"));
  }

  @Test
  void olderClientsAreLetGo() throws Exception {
    var socket = connect(serve("none"));
    write(socket, GET.replace("HTTP/1.1", "HTTP/1.0"));
    assertThat(hear(socket).text()).startsWith("HTTP/1.1 200").contains("total_size");
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    var socket = connect(serve("none"));
    write(socket, request("HEAD", "", "Connection: close\r\n"));
    assertThat(hear(socket).text()).startsWith("HTTP/1.1 405").endsWith("\r\n\r\n");
  }

  @Test
  void whoWaitsForLeaveToSendGetsIt() throws Exception {
    var socket = connect(serve("none"));
    String create = request("POST", "{\"name\":\"new\"}", "Expect: 100-continue\r\n");
    int body = create.indexOf("\r\n\r\n") + 4;
    write(socket, create.substring(0, body));
    assertThat(answer(socket)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    write(socket, create.substring(body));
    assertThat(answer(socket)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /client/v4/organizations\r\n\r\n',400",
    "'GET / x HTTP/1.1\r\n\r\n',400",
    "'get / HTTP/1.1\r\n\r\n',400",
    "'GET / HTTP/2\r\n\r\n',400",
    "'GET / HTTP/1.1\r\nno colon\r\n\r\n',400",
    "'GET / HTTP/1.1\r\n: x\r\n\r\n',400",
    "'GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n',400",
    "'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n',400",
    "'POST / HTTP/1.1\r\nContent-Length: 1, 2\r\n\r\n',400",
    "'POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n',413",
    "'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',411"
  })
  void whatCannotBeReadIsSaidAndEndsTheConnection(String text, int status) throws Exception {
    var server = serve("none");
    var socket = connect(server);
    write(socket, text);
    var heard = hear(socket);
    assertThat(heard.text()).startsWith("HTTP/1.1 " + status).contains("\"success\":false");
    assertThat(server.sandbox().requests()).isEmpty();
  }

  @Test
  void headersHaveAnEnd() throws Exception {
    for (String head :
        List.of("X: " + "y".repeat(70_000) + "\r\n", "X: y\r\n".repeat(201), "x".repeat(70_000))) {
      var socket = connect(serve("none"));
      write(socket, "GET / HTTP/1.1\r\n" + head + "\r\n");
      assertThat(hear(socket).text()).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void aRequestThatEndsInItsMiddleHasNoEffect() throws Exception {
    var server = serve("none");
    for (int end = 1; end < CREATE.length(); end += 7) {
      try (var socket = connect(server)) {
        write(socket, CREATE.substring(0, end));
        socket.shutdownOutput();
        hear(socket);
      }
    }
    assertThat(server.sandbox().estate().organizations()).isEmpty();
    assertThat(server.sandbox().requests()).isEmpty();
  }
}
