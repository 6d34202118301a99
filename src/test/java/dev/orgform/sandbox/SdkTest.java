package dev.orgform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Cloudflare's own SDK finds in the sandbox what it expects; run by {@code mvn verify -Psdk} after
 * {@code npm ci} in src/test/sdk.
 */
@Tag("sdk")
class SdkTest {
  @Test
  @Timeout(120)
  void everyOrganizationsMethodOfTheSdkWorks() throws Exception {
    var sandbox = Sandbox.inMemory(Estate.empty(), Knobs.preset(), InstantSource.system());
    try (var server = SandboxServer.start(sandbox, 0)) {
      var node =
          new ProcessBuilder("node", "src/test/sdk/run.mjs", server.baseUrl().toString())
              .redirectErrorStream(true)
              .start();
      try {
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok "))).hasSize(11);
      } finally {
        node.destroyForcibly();
      }
    }
    assertThat(sandbox.requests())
        .extracting(Served::method)
        .contains("GET", "POST", "PUT", "DELETE");
  }
}
