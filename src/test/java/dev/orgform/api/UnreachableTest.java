package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of the request left, and the reply says so. */
@Timeout(60)
class UnreachableTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");

  @Test
  void aClosedPort() throws IOException {
    int port;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (var api = Apis.open(port, Apis.TOKEN)) {
      assertThat(api.send(POST))
          .isEqualTo(new Reply.NotSent("127.0.0.1:" + port + " refused the connection"));
    }
  }

  @Test
  void aNameThatDoesNotExist() {
    var nowhere = new BaseUrl("https", "nowhere.invalid", 443, "");
    try (var api = HttpApi.open(nowhere, Apis.TOKEN, Proxy.NONE, "1", 1)) {
      assertThat(api.send(POST))
          .isEqualTo(new Reply.NotSent("the name nowhere.invalid does not resolve to an address"));
    }
  }

  @Test
  void aServerThatAcceptsNobody() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Whoever comes after a full backlog gets no answer at all.
      for (int i = 0; i < 4; i++) {
        var socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()), 100);
        } catch (IOException e) {
          break;
        }
      }
      try (var api = Apis.hasty(full.getLocalPort())) {
        assertThat(api.send(POST)).isInstanceOf(Reply.NotSent.class);
      }
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void whoWaitsForAConnectionWhenTheApiIsClosedSentNothing() throws Exception {
    var busy = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  busy.countDown();
                  done.await();
                });
        var threads = Executors.newFixedThreadPool(2)) {
      var narrow = HttpApi.open(Apis.local(server.port()), Apis.TOKEN, Proxy.NONE, "1", 1);
      Future<Reply> first = threads.submit(() -> narrow.send(POST));
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      Future<Reply> second = threads.submit(() -> narrow.send(POST));
      narrow.close();
      assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.Lost.class);
      assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.NotSent.class);
      done.countDown();
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void aClosedApi() throws IOException {
    var api = Apis.open(1, Apis.TOKEN);
    api.close();
    assertThat(api.send(POST)).isInstanceOf(Reply.NotSent.class);
  }
}
