package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ProxyTest {
  private static final Call POST =
      Call.post(JsonNodeFactory.instance.objectNode(), "organizations");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "HTTPS_PROXY=http://proxy.example:3128          | proxy.example:3128",
        "https_proxy=proxy.example:3128                 | proxy.example:3128",
        "https_proxy=a:1;HTTPS_PROXY=b:2                | a:1",
        "HTTPS_PROXY=http://u:p@proxy.example           | proxy.example:80",
        "HTTPS_PROXY=                                   | no proxy",
        "HTTP_PROXY=http://proxy.example:3128           | no proxy",
        "HTTPS_PROXY=p:1;NO_PROXY=*                     | no proxy",
        "HTTPS_PROXY=p:1;NO_PROXY=x, api.cloudflare.com | no proxy",
        "HTTPS_PROXY=p:1;no_proxy=.cloudflare.com       | no proxy",
        "HTTPS_PROXY=p:1;no_proxy=*.CLOUDFLARE.com      | no proxy",
        "HTTPS_PROXY=p:1;no_proxy=cloudflare.com:443    | no proxy",
        "HTTPS_PROXY=p:1;no_proxy=cloudflare.com:8443   | p:1",
        "HTTPS_PROXY=p:1;no_proxy=flare.com             | p:1",
        "HTTPS_PROXY=p:1;no_proxy=,,                    | p:1"
      })
  void theEnvironmentDecides(String environment, String proxy) {
    assertThat(Proxy.from(map(environment), BaseUrl.CLOUDFLARE).value().map(Proxy::toString))
        .contains(proxy);
  }

  @Test
  void thisMachineIsReachedStraight() {
    assertThat(Proxy.from(map("HTTPS_PROXY=p:1"), Apis.local(1)).value().map(Proxy::isNone))
        .contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"socks5://p:1", "https://p:1", "http://", "http://a b", "http://p:0", ":1"})
  void whatIsNoHttpProxyIsSaid(String value) {
    assertThat(Proxy.from(Map.of("HTTPS_PROXY", value), BaseUrl.CLOUDFLARE).problems())
        .extracting(Problem::code)
        .containsExactly("proxy");
  }

  @Test
  void aProxyThatRefusesTheTunnelSawNoRequestAndNoCredential() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    String forged = "{\"success\":true,\"result\":{\"id\":\"a1\"}}";
    for (int status : new int[] {403, 407, 302, 502}) {
      try (var server =
          new RawServer(
              (it, socket) -> {
                seen.add(it.read(socket));
                RawServer.write(
                    socket,
                    "HTTP/1.1 %d No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(status, forged.length(), forged));
              })) {
        assertThat(through(server, "").send(POST))
            .isEqualTo(new Reply.NotSent("the proxy answered " + status + " and opened no tunnel"));
        assertThat(server.requests()).isEqualTo(1);
      }
    }
    assertThat(seen)
        .hasSize(4)
        .allSatisfy(
            request ->
                assertThat(request)
                    .startsWith("CONNECT api.cloudflare.com:443 ")
                    .doesNotContain(Apis.SECRET, "organizations", "Proxy-Authorization"));
  }

  @Test
  void aProxyThatTunnelsIntoNothingIsNotTheApi() throws IOException {
    try (var server =
        new RawServer(
            (it, socket) -> {
              it.read(socket);
              RawServer.write(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            })) {
      assertThat(through(server, "").send(POST)).isInstanceOf(Reply.NotSent.class);
    }
  }

  @Test
  void aProxysPasswordGoesToTheProxy() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (var server =
        new RawServer(
            (it, socket) -> {
              for (int i = 0; i < 2; i++) {
                seen.add(it.read(socket));
                RawServer.write(
                    socket,
                    "HTTP/1.1 407 No\r\n"
                        + "Proxy-Authenticate: Basic realm=x\r\n"
                        + "Content-Length: 0\r\n\r\n");
              }
            })) {
      assertThat(through(server, "user:pw@").send(POST)).isInstanceOf(Reply.NotSent.class);
      assertThat(seen.get(0)).doesNotContain("Proxy-Authorization");
      assertThat(seen.get(1)).contains("Proxy-Authorization: Basic dXNlcjpwdw==");
    }
  }

  private static HttpApi through(RawServer server, String user) {
    var environment = Map.of("HTTPS_PROXY", "http://" + user + "127.0.0.1:" + server.port());
    Proxy proxy = Proxy.from(environment, BaseUrl.CLOUDFLARE).value().orElseThrow();
    return HttpApi.open(BaseUrl.CLOUDFLARE, Apis.TOKEN, proxy, "1", 1);
  }

  private static Map<String, String> map(String entries) {
    var map = new TreeMap<String, String>();
    for (String entry : entries.split(";")) {
      String[] parts = entry.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return map;
  }
}
