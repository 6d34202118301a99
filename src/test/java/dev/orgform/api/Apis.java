package dev.orgform.api;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.apache.hc.core5.ssl.SSLContexts;

/** Clients of servers on this machine, and the credentials they use. */
final class Apis {
  static final String SECRET = "v1.0-Canary/Token+0123456789abcdef";
  static final Credentials TOKEN = new Credentials.Token(SECRET);
  static final Credentials KEY = new Credentials.GlobalKey("a@b.example", SECRET);

  /** Deadlines short enough to wait for. */
  static final Limits SHORT =
      new Limits(Duration.ofMillis(300), Duration.ofSeconds(2), 8 << 20, 100, 16 << 10);

  private Apis() {}

  static WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
        .build();
  }

  static BaseUrl local(int port) {
    return new BaseUrl("http", "127.0.0.1", port, "/client/v4");
  }

  static HttpApi open(int port, Credentials credentials) {
    return HttpApi.open(local(port), credentials, Proxy.NONE, "1.2.3", 4);
  }

  static HttpApi hasty(int port) {
    return new HttpApi(
        local(port), TOKEN, Proxy.NONE, "1.2.3", 4, SHORT, SSLContexts::createSystemDefault);
  }
}
