package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that answer too much, too slowly, or not in HTTP. */
@Timeout(60)
class HostileReplyTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static final String BODY = "{\"success\":true,\"result\":{\"id\":\"a1\"}}";

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of("10,000 headers", "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(10_000) + "\r\n"),
        Arguments.of("a long header", "HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n"),
        Arguments.of("a long status line", "HTTP/1.1 200 " + "y".repeat(1 << 20) + "\r\n\r\n"),
        Arguments.of(
            "a huge body announced", "HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n"),
        Arguments.of(
            "a huge body sent",
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + "[".repeat((8 << 20) + 1)),
        Arguments.of("a negative length", framed("Content-Length: -1")),
        Arguments.of("two lengths", framed("Content-Length: 2\r\nContent-Length: 38")),
        Arguments.of("a length of letters", framed("Content-Length: abc")),
        Arguments.of("a length beyond long", framed("Content-Length: 99999999999999999999")),
        Arguments.of("bad chunks", framed("Transfer-Encoding: chunked")),
        Arguments.of("an unknown coding", framed("Transfer-Encoding: gzip")),
        Arguments.of("not compressed", framed("Content-Length: 38\r\nContent-Encoding: gzip")),
        Arguments.of("brotli", framed("Content-Length: 38\r\nContent-Encoding: br")),
        Arguments.of("another protocol", "SSH-2.0-OpenSSH_9.2\r\n"),
        Arguments.of("no status line", BODY),
        Arguments.of("a TLS alert", "\u0015\u0003\u0001\u0000\u0002\u0002\n"),
        Arguments.of("a status of letters", "HTTP/1.1 OK fine\r\nContent-Length: 0\r\n\r\n"),
        Arguments.of("a header without colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n" + BODY),
        Arguments.of("nothing but line ends", "\r\n".repeat(1000)),
        Arguments.of("only hints", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(5)),
        Arguments.of("a switch of protocols", "HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void provesNothing(String name, String reply) throws IOException {
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  RawServer.write(socket, reply);
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      Reply got = api.send(POST);
      assertThat(Verdict.of(POST, Expect.ID, got)).isEqualTo(Verdict.UNKNOWN);
      assertThat(got).isInstanceOf(Reply.Lost.class);
      assertThat(((Reply.Lost) got).why())
          .contains("127.0.0.1:" + server.port())
          .doesNotContain("Exception", "org.apache", "java.");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  /** How an answer begins, and what comes after it for ever, a little at a time. */
  private record Drip(String start, String drop) {}

  @Test
  void aDrippingServerIsLeftAtTheDeadline() throws Exception {
    List<Drip> drips =
        List.of(
            new Drip("", ""),
            new Drip("", "H"),
            new Drip("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
            new Drip("HTTP/1.1 200 OK\r\n", "X: y\r\n"),
            new Drip("HTTP/1.1 200 OK\r\nX: ", "y"),
            new Drip("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", "x"),
            new Drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
    try (var threads = Executors.newFixedThreadPool(drips.size())) {
      for (Future<Reply> reply :
          threads.invokeAll(drips.stream().map(HostileReplyTest::sendTo).toList())) {
        assertThat(reply.get())
            .isInstanceOfSatisfying(
                Reply.Lost.class,
                lost ->
                    assertThat(lost.why())
                        .startsWith("no complete answer from 127.0.0.1")
                        .endsWith("within 2 s"));
      }
    }
  }

  private static Callable<Reply> sendTo(Drip drip) {
    return () -> {
      try (var server =
              new RawServer(
                  (it, socket) -> {
                    it.read(socket);
                    RawServer.write(socket, drip.start());
                    while (!socket.isClosed()) {
                      RawServer.write(socket, drip.drop());
                      Thread.sleep(50); // fewer header lines by the deadline than are allowed
                    }
                  });
          var api = Apis.hasty(server.port())) {
        Reply reply = api.send(POST);
        assertThat(server.requests()).isEqualTo(1);
        return reply;
      }
    };
  }

  @Test
  void aSlowAnswerWithinTheDeadlineIsAnAnswer() throws IOException {
    String reply = "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  for (int i = 0; i < reply.length(); i++) {
                    RawServer.write(socket, reply.substring(i, i + 1));
                    Thread.sleep(1);
                  }
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      assertThat(Verdict.of(POST, Expect.ID, api.send(POST))).isEqualTo(Verdict.APPLIED);
    }
  }

  private static String framed(String headers) {
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n" + BODY;
  }
}
