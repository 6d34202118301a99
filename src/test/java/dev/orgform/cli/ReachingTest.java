package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Credential;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From credentials in the environment to an API, with all that is in the way. */
@Timeout(60)
class ReachingTest {
  private static final String EMAIL = "alice@acme.example";
  private static final String KEY = "0123456789abcdef0123456789abcdef01234";
  private static final String TOKEN = "tok-0123456789abcdef0123456789abcdef0123";

  @TempDir Path directory;

  private final SandboxServer server =
      SandboxServer.start(
          new Sandbox(
              Keep.inMemory(Estate.parse("estate", Wishes.ESTATE)),
              Knobs.preset(),
              List.of(new Credential.Key(EMAIL, KEY), new Credential.Token(TOKEN)),
              InstantSource.system()),
          0);

  @AfterEach
  void close() {
    server.close();
  }

  private Desk desk(String yaml) throws IOException {
    return Wishes.lay(directory, yaml).with("CLOUDFLARE_BASE_URL", server.baseUrl().toString());
  }

  private static Desk withKey(Desk desk, String key) {
    return desk.with("CLOUDFLARE_EMAIL", EMAIL).with("CLOUDFLARE_API_KEY", key);
  }

  @Test
  void theRightKey() throws IOException {
    var run = withKey(desk(Wishes.PROFILE), KEY).run("apply", "-auto-approve");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.both()).doesNotContain(KEY);
    assertThat(server.sandbox().estate().find(Wishes.ID).orElseThrow().profile()).isPresent();
  }

  @Test
  void aProfileThatHoldsTheKeyIsNotOverwrittenWithItsMask() throws IOException {
    assertThat(server.sandbox().dispatch(put("key=" + KEY)).status()).isLessThan(300);
    var before = server.sandbox().estate().find(Wishes.ID).orElseThrow().profile();
    var run = withKey(desk(Wishes.PROFILE), KEY).run("apply", "-auto-approve");
    assertThat(run.exit()).as(run.both()).isEqualTo(4);
    assertThat(run.both()).contains("holds the very credential", "[secret]").doesNotContain(KEY);
    assertThat(server.sandbox().estate().find(Wishes.ID).orElseThrow().profile()).isEqualTo(before);
    var mended = Wishes.PROFILE.replace("Acme}", "Acme, external_metadata: {}}");
    assertThat(withKey(desk(mended), KEY).run("apply", "-auto-approve").exit()).isZero();
  }

  private static Request put(String metadata) {
    var profile =
        """
        {"business_name": "", "business_email": "", "business_phone": "", "business_address": "",
         "external_metadata": "%s"}
        """
            .formatted(metadata);
    var headers =
        Map.of("X-Auth-Email", EMAIL, "X-Auth-Key", KEY, "Content-Type", "application/json");
    return Request.of(
        "PUT", "/client/v4/organizations/" + Wishes.ID + "/profile", headers, profile);
  }

  @Test
  void theRightKeyInAFile() throws IOException {
    var file = directory.resolve("key");
    Files.writeString(file, KEY + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var desk =
        desk(Wishes.PROFILE)
            .with("CLOUDFLARE_EMAIL", EMAIL)
            .with("CLOUDFLARE_API_KEY_FILE", file.toString());
    assertThat(desk.run("plan").exit()).isZero();
  }

  @Test
  void theWrongKey() throws IOException {
    var wrong = "fedcba9876543210fedcba9876543210fedcb";
    var run = withKey(desk(Wishes.PROFILE), wrong).run("plan");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("(credentials-refused)", "Planning failed. Nothing was changed.")
        .doesNotContain(wrong, "\tat ", "Exception");
  }

  @Test
  void aTokenReadsTheTree() throws IOException {
    var run = desk(Wishes.ONE).with("CLOUDFLARE_API_TOKEN", TOKEN).run("plan");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.out()).startsWith("No changes.");
    assertThat(server.sandbox().requests()).hasSize(1);
  }

  @Test
  void aTokenCannotReadProfilesAndNothingIsSent() throws IOException {
    var run = desk(Wishes.PROFILE).with("CLOUDFLARE_API_TOKEN", TOKEN).run("plan");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err())
        .contains("Reading profile.acme takes the Global API key", "main.yaml line 5")
        .doesNotContain(TOKEN);
    assertThat(server.sandbox().requests()).isEmpty();
  }

  @Test
  void aTokenCannotRenameAndNothingIsChanged() throws IOException {
    var renamed = Wishes.ONE.replace("name: Acme", "name: New, id: " + Wishes.ID);
    var run = desk(renamed).with("CLOUDFLARE_API_TOKEN", TOKEN).run("apply", "-auto-approve");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.out()).contains("Changing organization.acme takes the Global API key");
    assertThat(server.sandbox().requests()).as("the reading alone").hasSize(1);
  }

  @Test
  void credentialsThatContradict() throws IOException {
    var run = withKey(desk(Wishes.ONE), KEY).with("CLOUDFLARE_API_TOKEN", TOKEN).run("plan");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("(bad-credentials)").doesNotContain(TOKEN, KEY);
    assertThat(server.sandbox().requests()).isEmpty();
  }

  @Test
  void noCredentials() throws IOException {
    var run = desk(Wishes.ONE).run("plan");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("No credentials are set", "CLOUDFLARE_API_TOKEN");
    assertThat(server.sandbox().requests()).isEmpty();
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var run =
        withKey(desk(Wishes.ONE), KEY)
            .with("CLOUDFLARE_BASE_URL", "http://127.0.0.1:" + port + "/client/v4")
            .run("plan");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("The API could not be reached", "127.0.0.1:" + port + " refused the connection")
        .doesNotContain("\tat ", "Exception", KEY);
  }

  @Test
  void theSandboxReadsNoCredentials() throws IOException {
    var run = desk(Wishes.PROFILE).with("CLOUDFLARE_API_TOKEN", "x y").run("plan", "--sandbox");
    assertThat(run.exit()).isZero();
    assertThat(server.sandbox().requests()).isEmpty();
  }
}
