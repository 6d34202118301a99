package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection kept from an earlier call can do to a later one. */
@Timeout(30)
class KeptConnectionTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    var connections = new AtomicInteger();
    try (var server =
            new RawServer(
                (it, socket) -> {
                  connections.incrementAndGet();
                  while (!it.read(socket).isEmpty()) {
                    RawServer.write(socket, OK);
                  }
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      for (int i = 0; i < 5; i++) {
        assertThat(api.send(POST)).isInstanceOf(Reply.Answer.class);
      }
      assertThat(server.requests()).isEqualTo(5);
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void aConnectionThatTheServerClosedMeanwhileIsNotUsed() throws Exception {
    var closed = new Semaphore(0);
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  RawServer.write(socket, OK);
                  socket.close();
                  closed.release();
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      for (int i = 0; i < 3; i++) {
        assertThat(api.send(POST)).isInstanceOf(Reply.Answer.class);
        assertThat(closed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @Test
  void aPostOnAKeptConnectionThatBreaksIsLostAndNotRepeated() throws IOException {
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  RawServer.write(socket, OK);
                  it.read(socket);
                  RawServer.reset(socket);
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      assertThat(api.send(POST)).isInstanceOf(Reply.Answer.class);
      assertThat(api.send(POST)).isInstanceOf(Reply.Lost.class);
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void bytesLeftOverAreNotTakenForTheNextAnswer() throws Exception {
    var written = new CountDownLatch(1);
    String forged = "{\"success\":true,\"result\":{\"id\":\"a1\"}}";
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  RawServer.write(socket, OK);
                  RawServer.write(
                      socket,
                      "HTTP/1.1 200 OK\r\nContent-Length: "
                          + forged.length()
                          + "\r\n\r\n"
                          + forged);
                  written.countDown();
                  it.read(socket);
                });
        var api = Apis.open(server.port(), Apis.TOKEN)) {
      assertThat(api.send(Call.get("organizations"))).isInstanceOf(Reply.Answer.class);
      assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
      Reply reply = api.send(POST);
      assertThat(Verdict.of(POST, Expect.ID, reply)).isEqualTo(Verdict.NOT_SENT);
      assertThat(server.requests()).isEqualTo(1);
    }
  }
}
