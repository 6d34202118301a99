package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a connection is made with, and that nothing is sent to anyone else. */
@Timeout(60)
class TlsTest {
  @TempDir static Path folder;

  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");
  private static Certificates certificates;

  @BeforeAll
  static void sign() throws Exception {
    certificates = new Certificates(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aTrustedServerGetsTheRequest(String protocol) throws Exception {
    try (var listener = certificates.server("ip:127.0.0.1", "-1d", protocol)) {
      assertThat(send(listener, certificates::trust)).isEqualTo(Reply.Answer.class);
    }
  }

  @Test
  void anUnknownAuthorityIsRefused() throws Exception {
    try (var listener = certificates.server("ip:127.0.0.1", "-1d")) {
      assertThat(send(listener, SSLContexts::createSystemDefault))
          .isEqualTo("its certificate is not signed by an authority that this machine trusts");
    }
  }

  @Test
  void anotherNameIsRefused() throws Exception {
    try (var listener = certificates.server("dns:api.cloudflare.com,ip:127.0.0.2", "-1d")) {
      assertThat(send(listener, certificates::trust))
          .isEqualTo("its certificate is for another name");
    }
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    try (var listener = certificates.server("ip:127.0.0.1", "-9d")) {
      assertThat(send(listener, certificates::trust)).isEqualTo("its certificate has expired");
    }
  }

  @Test
  void aCertificateOfTheFutureIsRefused() throws Exception {
    try (var listener = certificates.server("ip:127.0.0.1", "+9d")) {
      assertThat(send(listener, certificates::trust))
          .isEqualTo("its certificate is not valid yet (is this machine's clock right?)");
    }
  }

  @Test
  void tls11IsRefused() throws IOException {
    // A ServerHello that chooses TLS 1.1 (3.2) and TLS_RSA_WITH_AES_128_CBC_SHA.
    byte[] hello = new byte[5 + 4 + 38];
    byte[] start = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
    System.arraycopy(start, 0, hello, 0, start.length);
    hello[hello.length - 2] = 0x2f;
    assertHandshakeFails(
        (it, socket) -> {
          socket.getInputStream().read(new byte[5]);
          socket.getOutputStream().write(hello);
          socket.getInputStream().readAllBytes();
        });
  }

  @Test
  void whoDoesNotSpeakTlsGetsNoRequest() throws IOException {
    assertHandshakeFails((it, socket) -> RawServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n{}"));
  }

  @Test
  void whoHangsUpInTheHandshakeGotNoRequest() throws IOException {
    try (var server = new RawServer((it, socket) -> RawServer.reset(socket));
        var api = open(server.port(), certificates::trust)) {
      assertThat(api.send(POST)).isInstanceOf(Reply.NotSent.class);
    }
  }

  @Test
  void whoIsSilentInTheHandshakeGotNoRequest() throws IOException {
    try (var server = new RawServer((it, socket) -> socket.getInputStream().readAllBytes());
        var api =
            new HttpApi(
                https(server.port()),
                Apis.TOKEN,
                Proxy.NONE,
                "1",
                1,
                Apis.SHORT,
                certificates::trust)) {
      assertThat(api.send(POST)).isInstanceOf(Reply.NotSent.class);
    }
  }

  @Test
  void plainHttpNeverLoadsTls() throws IOException {
    Supplier<SSLContext> never =
        () -> {
          throw new AssertionError("TLS was loaded");
        };
    try (var server =
            new RawServer(
                (it, socket) -> {
                  it.read(socket);
                  RawServer.write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
                });
        var api =
            new HttpApi(
                Apis.local(server.port()),
                Apis.TOKEN,
                Proxy.NONE,
                "1",
                1,
                Limits.STANDARD,
                never)) {
      assertThat(api.send(POST)).isInstanceOf(Reply.Answer.class);
    }
  }

  /** Sends to that server: the class of an answer, or why none was sent. */
  private static Object send(ServerSocket listener, Supplier<SSLContext> trust) throws IOException {
    RawServer.Talk talk =
        (it, socket) -> {
          if (!it.read(socket).isEmpty()) {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          }
        };
    try (var server = new RawServer(listener, talk);
        var api = open(server.port(), trust)) {
      Reply reply = api.send(POST);
      if (reply instanceof Reply.NotSent notSent) {
        assertThat(server.requests()).isZero();
        String start = "no secure connection to 127.0.0.1:" + server.port() + ": ";
        assertThat(notSent.why()).startsWith(start);
        return notSent.why().substring(start.length());
      }
      return reply.getClass();
    }
  }

  private static void assertHandshakeFails(RawServer.Talk talk) throws IOException {
    try (var server = new RawServer(talk);
        var api = open(server.port(), certificates::trust)) {
      assertThat(api.send(POST))
          .isEqualTo(
              new Reply.NotSent(
                  "no secure connection to 127.0.0.1:"
                      + server.port()
                      + ": the TLS handshake failed"));
    }
  }

  private static HttpApi open(int port, Supplier<SSLContext> trust) {
    return new HttpApi(https(port), Apis.TOKEN, Proxy.NONE, "1", 1, Limits.STANDARD, trust);
  }

  private static BaseUrl https(int port) {
    return new BaseUrl("https", "127.0.0.1", port, "");
  }
}
