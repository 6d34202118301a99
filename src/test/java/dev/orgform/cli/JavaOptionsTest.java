package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java may be started with, and what would give the credential away. */
class JavaOptionsTest {
  @TempDir Path directory;

  private record Start(boolean safe, String out, String err) {}

  private Start start(Map<String, String> properties, Map<String, String> environment) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        Desk.in(directory)
            .with(environment)
            .shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    boolean safe = JavaOptions.areSafe(shell, properties::get);
    return new Start(
        safe, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void nothingSpecialSaysNothing() {
    assertThat(start(Map.of(), Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g -Dfile.encoding=UTF-8")))
        .isEqualTo(new Start(true, "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax.net.debug", "slf4j.provider"})
  void whatPrintsRequestsIsRefused(String name) {
    var start = start(Map.of(name, "all"), Map.of());
    assertThat(start.safe()).isFalse();
    assertThat(start.out()).isEmpty();
    assertThat(start.err())
        .contains("Error: Java was started with -D" + name, "(bad-environment)", "_JAVA_OPTIONS");
    assertThat(start(Map.of(name, " "), Map.of()).safe()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.httpclient.enableAllMethodRetry",
        "jdk.httpclient.HttpClient.log",
        "jdk.internal.httpclient.disableHostnameVerification",
        "sun.net.http.retryPost",
        "javax.net.ssl.trustStore",
        "https.proxyHost"
      })
  void whatDoesNotReachOurClientIsLeftAlone(String name) {
    assertThat(start(Map.of(name, "true"), Map.of())).isEqualTo(new Start(true, "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-javaagent:/opt/agent.jar=x",
        "-Xmx1g -agentlib:jdwp=transport=dt_socket,server=y",
        "\"-agentpath:/opt/with space/agent.so\""
      })
  void anAgentIsWarnedOf(String options) {
    for (String variable :
        new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}) {
      var start = start(Map.of(), Map.of(variable, options));
      assertThat(start.safe()).isTrue();
      assertThat(start.err()).contains("Warning: " + variable + " loads code with -");
    }
  }
}
