package dev.orgform.doctor;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What around this process changes the way to the API, or is believed to: variables and properties
 * of the JVM.
 *
 * @param environment variables by name
 * @param property the value of a system property, or null
 * @param isFile whether there is a readable file of that path
 */
public record Surroundings(
    Map<String, String> environment,
    Function<String, @Nullable String> property,
    Predicate<String> isFile) {
  /** Proxies of Java's own clients, which nobody uses here. */
  private static final List<String> OTHER_PROXIES =
      List.of("https.proxyHost", "http.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

  /** Settings of Java's own HTTP clients. */
  private static final List<String> OTHER_CLIENTS =
      List.of(
          "jdk.internal.httpclient.disableHostnameVerification",
          "jdk.httpclient.enableAllMethodRetry",
          "jdk.httpclient.HttpClient.log",
          "sun.net.http.allowRestrictedHeaders");

  /** Where one of the credentials' variables has its value from; empty where it is not set. */
  public static String origin(Map<String, String> environment, String variable) {
    var file = environment.get(variable + "_FILE");
    if (environment.containsKey(variable)) {
      return variable;
    }
    return file == null ? "" : variable + "_FILE (" + file + ")";
  }

  /** What has an effect that people should know of, and what has none. */
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    proxies(findings);
    trust(findings);
    for (var name : OTHER_CLIENTS) {
      if (isSet(name)) {
        findings.add(
            Finding.note(
                "Java", "-D" + name + " has no effect: orgform has an HTTP client of its own."));
      }
    }
    if (isSet("jdk.tls.client.protocols")) {
      findings.add(
          Finding.note(
              "Java", "-Djdk.tls.client.protocols=" + property.apply("jdk.tls.client.protocols")));
    }
    return findings;
  }

  private void proxies(List<Finding> findings) {
    for (var name : OTHER_PROXIES) {
      if (isSet(name)) {
        findings.add(
            Finding.warning(
                "proxy",
                "-D" + name + " has no effect",
                "Set HTTPS_PROXY=http://host:port instead."));
      }
    }
    boolean https = has("HTTPS_PROXY") || has("https_proxy");
    for (var name : List.of("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")) {
      if (has(name) && !https) {
        findings.add(
            Finding.warning(
                "proxy", name + " has no effect", "Set HTTPS_PROXY=http://host:port instead."));
      }
    }
  }

  private void trust(List<Finding> findings) {
    var store = property.apply("javax.net.ssl.trustStore");
    if (store != null && !store.isBlank() && !store.equals("NONE")) {
      findings.add(
          isFile.test(store)
              ? Finding.warning(
                  "trust store",
                  "Certificates are trusted by " + new File(store).getPath() + " alone",
                  "Whoever has a key in there can read the credential: make sure that it is yours.")
              : Finding.problem(
                  "trust store",
                  "-Djavax.net.ssl.trustStore names no readable file: " + store,
                  "Correct the path, or leave the property out."));
    } else {
      findings.add(Finding.good("trust store", "Java's own"));
    }
    for (var name :
        List.of("SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")) {
      if (has(name)) {
        findings.add(
            Finding.warning(
                "trust store",
                name + " has no effect",
                "Import the certificate with keytool, and name the store in"
                    + " JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE."));
      }
    }
  }

  private boolean isSet(String name) {
    var value = property.apply(name);
    return value != null && !value.isBlank();
  }

  private boolean has(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
