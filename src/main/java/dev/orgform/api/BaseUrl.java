package dev.orgform.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the API is: the one place credentials may go to, decided by an exact comparison of a parsed
 * host. This machine needs no allowance beside its name: nothing leaves it, {@code localhost} is
 * never looked up, and whoever sets the variable could set the allowance as well.
 *
 * @param scheme {@code https}, or {@code http} to this machine only
 * @param host lower case; an IPv6 address in brackets
 * @param port explicit or the scheme's own
 * @param path without a trailing slash, {@code /client/v4}; may be empty
 */
public record BaseUrl(String scheme, String host, int port, String path) {
  public static final BaseUrl CLOUDFLARE =
      new BaseUrl("https", "api.cloudflare.com", 443, "/client/v4");

  /** The variable that replaces the default. */
  public static final String VARIABLE = "CLOUDFLARE_BASE_URL";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

  /** The base URL of the environment, or Cloudflare's own where none is set. */
  public static Given<BaseUrl> from(Map<String, String> environment, Set<String> allowedHosts) {
    String given = environment.get(VARIABLE);
    return given == null ? Given.of(CLOUDFLARE) : parse(given, allowedHosts);
  }

  /**
   * Reads a URL that a flag or a variable named.
   *
   * @param allowedHosts hosts besides Cloudflare's and this machine that the user allowed by name
   */
  public static Given<BaseUrl> parse(String text, Set<String> allowedHosts) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return refused("it is not a URL");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return refused("it must begin with https://");
    }
    if (uri.getRawUserInfo() != null || (uri.getRawAuthority() + "").contains("@")) {
      return refused("it names a user before the host; credentials never belong into a URL");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return refused("it has a query or a fragment");
    }
    if (!LOOPBACK.contains(host)) {
      if (host.startsWith("[") || NUMERIC.matcher(host).matches()) {
        return refused("it names a host by number; only 127.0.0.1 and [::1] may be");
      }
      if (!NAME.matcher(host).matches()) {
        return refused("its host is not a plain ASCII name");
      }
      if (scheme.equals("http")) {
        return refused("plain http only to 127.0.0.1, [::1] or localhost");
      }
      if (!host.equals(CLOUDFLARE.host) && !allowedHosts.contains(host)) {
        return refused("credentials go to " + host + " only if you allow that host by name");
      }
    }
    boolean portIsWritten = (uri.getRawAuthority() + "").length() > host.length();
    int port = portIsWritten ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    if (port < 1 || port > 65535) {
      return refused("its port is not between 1 and 65535");
    }
    if (!PATH.matcher(uri.getRawPath()).matches()) {
      return refused("its path may hold only plain names");
    }
    return Given.of(new BaseUrl(scheme, host, port, uri.getRawPath().replaceFirst("/$", "")));
  }

  /** Whether it is this machine. */
  public boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  public boolean isHttps() {
    return scheme.equals("https");
  }

  /** The URL as a person writes it, without the scheme's own port. */
  @Override
  public String toString() {
    boolean usual = port == (isHttps() ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port) + path;
  }

  private static Given<BaseUrl> refused(String why) {
    return Given.wrong(
        new Problem(
            "base-url",
            "The API's base URL is refused: " + why,
            "Use " + CLOUDFLARE + ", or an https URL whose host is allowed by name."));
  }
}
