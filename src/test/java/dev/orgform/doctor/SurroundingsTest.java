package dev.orgform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.doctor.Finding.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static List<Finding> findings(Map<String, String> properties) {
    return new Surroundings(Map.of(), properties::get, "/there"::equals).findings();
  }

  @Test
  void settingsOfJavasOwnClientsHaveNoEffect() {
    assertThat(findings(Map.of("https.proxyHost", "proxy")))
        .contains(
            Finding.warning(
                "proxy",
                "-Dhttps.proxyHost has no effect",
                "Set HTTPS_PROXY=http://host:port instead."));
    assertThat(findings(Map.of("jdk.internal.httpclient.disableHostnameVerification", "true")))
        .anyMatch(one -> one.level() == Level.NOTE && one.what().contains("has no effect"));
  }

  @Test
  void aTrustStoreOfOnesOwn() {
    assertThat(findings(Map.of())).containsExactly(Finding.good("trust store", "Java's own"));
    assertThat(findings(Map.of("javax.net.ssl.trustStore", "/there")))
        .extracting(Finding::level)
        .containsExactly(Level.WARNING);
    assertThat(findings(Map.of("javax.net.ssl.trustStore", "/gone")))
        .extracting(Finding::level)
        .containsExactly(Level.PROBLEM);
  }

  @Test
  void whereACredentialIsFrom() {
    var environment = Map.of("A", "secret", "B_FILE", "/run/b");
    assertThat(Surroundings.origin(environment, "A")).isEqualTo("A");
    assertThat(Surroundings.origin(environment, "B")).isEqualTo("B_FILE (/run/b)");
    assertThat(Surroundings.origin(environment, "C")).isEmpty();
  }
}
