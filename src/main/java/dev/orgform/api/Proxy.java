package dev.orgform.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/**
 * The way to the API's host: straight, or through an HTTP proxy that tunnels and sees no request.
 */
public final class Proxy {
  /** No proxy. */
  public static final Proxy NONE = new Proxy(Optional.empty(), Optional.empty());

  private final Optional<HttpHost> host;
  private final Optional<String> userInfo;

  private Proxy(Optional<HttpHost> host, Optional<String> userInfo) {
    this.host = host;
    this.userInfo = userInfo;
  }

  /**
   * The proxy that {@code HTTPS_PROXY} and {@code NO_PROXY} of an environment (or their lower-case
   * forms) name for that base URL; this machine is always reached straight.
   */
  public static Given<Proxy> from(Map<String, String> environment, BaseUrl base) {
    String given = either(environment, "https_proxy");
    if (given.isEmpty() || base.isLoopback() || isExempt(either(environment, "no_proxy"), base)) {
      return Given.of(NONE);
    }
    try {
      var uri = new URI(given.contains("://") ? given : "http://" + given);
      boolean usable = "http".equals(uri.getScheme()) && uri.getHost() != null;
      if (usable && uri.getPort() != 0 && uri.getPort() <= 65535) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return Given.of(
            new Proxy(
                Optional.of(new HttpHost("http", uri.getHost(), port)),
                Optional.ofNullable(uri.getUserInfo())));
      }
    } catch (URISyntaxException e) {
      // Said below in the words that fit every unusable value.
    }
    return Given.wrong(
        new Problem(
            "proxy",
            "HTTPS_PROXY does not name an HTTP proxy",
            "Give it as http://host:port, or name the API's host in NO_PROXY."));
  }

  /** Whether connections go straight to the host. */
  public boolean isNone() {
    return host.isEmpty();
  }

  boolean hasPassword() {
    return userInfo.isPresent();
  }

  void configure(HttpClientBuilder client) {
    host.ifPresent(client::setProxy);
    userInfo.ifPresent(
        info -> {
          String[] parts = info.split(":", 2);
          var provider = new BasicCredentialsProvider();
          provider.setCredentials(
              new AuthScope(host.orElseThrow()),
              new UsernamePasswordCredentials(
                  parts[0], (parts.length > 1 ? parts[1] : "").toCharArray()));
          client.setDefaultCredentialsProvider(provider);
        });
  }

  /** The proxy's host and port, never its password. */
  @Override
  public String toString() {
    return host.map(HttpHost::toHostString).orElse("no proxy");
  }

  private static String either(Map<String, String> environment, String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty()
        ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
        : lower.strip();
  }

  private static boolean isExempt(String list, BaseUrl base) {
    for (String entry : list.toLowerCase(Locale.ROOT).split(",", -1)) {
      String name =
          entry.strip().replaceFirst("^\\*?\\.", "").replaceFirst(":" + base.port() + "$", "");
      boolean matches = base.host().equals(name) || base.host().endsWith("." + name);
      if (name.equals("*") || (!name.isEmpty() && matches)) {
        return true;
      }
    }
    return false;
  }
}
