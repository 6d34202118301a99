package dev.orgform.api;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An HttpClient that does what it is told once, and nothing on its own. */
final class Connections {
  private Connections() {}

  /** A client for one host with as many connections as there are senders. */
  static CloseableHttpClient open(
      Proxy proxy, int parallelism, Limits limits, Supplier<SSLContext> trust) {
    HttpClientBuilder client =
        HttpClientBuilder.create()
            .setConnectionManager(pool(parallelism, limits, trust).build())
            .setRequestExecutor(new Sender())
            .setDefaultRequestConfig(manners(proxy, limits))
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableConnectionState()
            .disableDefaultUserAgent()
            .disableAuthCaching();
    proxy.configure(client);
    return client.build();
  }

  private static RequestConfig manners(Proxy proxy, Limits limits) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(limits.total()))
        .setResponseTimeout(Timeout.of(limits.total()))
        .setRedirectsEnabled(false)
        .setProtocolUpgradeEnabled(false)
        // A 401 must not start a second round; only a proxy's 407 may, before the tunnel stands.
        .setAuthenticationEnabled(proxy.hasPassword())
        .build();
  }

  private static PoolingHttpClientConnectionManagerBuilder pool(
      int parallelism, Limits limits, Supplier<SSLContext> trust) {
    var http1 =
        Http1Config.custom()
            .setMaxHeaderCount(limits.headers())
            .setMaxLineLength(limits.headerLineBytes())
            .build();
    var connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.total()))
            // A millisecond before each reuse is cheap against a POST whose outcome is unknown.
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(parallelism)
        .setMaxConnPerRoute(parallelism)
        .setDnsResolver(new Names(limits.connect()))
        .setTlsSocketStrategy(new LazyTls(trust))
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(Timeout.of(limits.connect())).build())
        .setDefaultConnectionConfig(connection)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(http1)
                .responseParserFactory(new WholeHeaders(http1))
                .build());
  }

  /** What a request asks for besides its own. */
  static List<Headers.Header> standing(Credentials credentials, String version) {
    var headers =
        Headers.of(
            "Accept", "application/json",
            "Accept-Encoding", "gzip",
            "User-Agent", "orgform/" + version);
    var scheme =
        switch (credentials) {
          case Credentials.Token t -> Headers.of("Authorization", "Bearer " + t.token());
          case Credentials.GlobalKey k ->
              Headers.of("X-Auth-Email", k.email(), "X-Auth-Key", k.key());
        };
    return Stream.concat(headers.all().stream(), scheme.all().stream()).toList();
  }
}
