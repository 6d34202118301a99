package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Schemas;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way is found before a plan finds it, and no secret is said. */
class DoctorCommandTest {
  private static final String SECRET = "very-secret-token-4711-0815";

  @TempDir Path directory;

  private Desk.Run doctor(SandboxServer server, String... environment) {
    var desk = Desk.in(directory).with("CLOUDFLARE_BASE_URL", server.baseUrl().toString());
    for (int i = 0; i < environment.length; i += 2) {
      desk = desk.with(environment[i], environment[i + 1]);
    }
    return desk.run("doctor", "--max-wait=1s");
  }

  private static SandboxServer server(String estate, String... knobs) {
    return SandboxServer.start(
        Sandbox.inMemory(
            Estate.parse("estate", estate), Knobs.parse(List.of(knobs)), Clock.systemUTC()),
        0);
  }

  private static final String ONE =
      """
      {"organizations": [{"id": "aa01", "name": "Acme",
        "members": [{"email": "me@acme.example", "two_factor": false}]}]}
      """;

  @Test
  void aKeyThatMayEverything() {
    try (var server = server(ONE)) {
      var run = doctor(server, "CLOUDFLARE_EMAIL", "me@acme.example", "CLOUDFLARE_API_KEY", SECRET);
      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains(
              "ok         credential: the Global API key of me@acme.example, from CLOUDFLARE_EMAIL"
                  + " and CLOUDFLARE_API_KEY\n",
              "note       API: http://127.0.0.1:",
              "ok         proxy: no proxy\n",
              "WARNING    user: me@acme.example has no two-factor authentication\n",
              "ok         organizations: sees 1, 1 of them at the top\n",
              "note       flag: sub_org_creation=allowed (1 of 1)\n",
              "ok         rights: may read profiles\n",
              "ok         rights: may read members\n",
              "note       rights: Only reads were tried",
              "ok         rate limit: 1193 of 1200 requests are left\n",
              "ok         clock: this machine is ",
              "\nA plan can run.\n")
          .doesNotContain(SECRET);
      assertThat(server.sandbox().requests())
          .hasSize(7)
          .allMatch(one -> one.method().equals("GET"));
    }
  }

  @Test
  void aTokenFromAFile() throws IOException {
    var file = directory.resolve("token");
    Files.writeString(file, SECRET + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (var server = server(ONE)) {
      var run = doctor(server, "CLOUDFLARE_API_TOKEN_FILE", file.toString());
      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.out())
          .contains(
              "an API token, from CLOUDFLARE_API_TOKEN_FILE (" + file + ")",
              "ok         token: status active, without end\n",
              "WARNING    rights: may not read profiles: ",
              "the Global API key is needed",
              "A token with User Details Write may create organizations")
          .doesNotContain(SECRET);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      run = doctor(server, "CLOUDFLARE_API_TOKEN_FILE", file.toString());
      assertThat(run.exit()).isEqualTo(6);
      assertThat(run.out()).contains("PROBLEM    credential: ", "chmod 600");
    }
  }

  @Test
  void whatKeepsAPlanFromRunning() {
    try (var server = server(ONE, "entitled=no")) {
      var run = doctor(server, "CLOUDFLARE_EMAIL", "me@acme.example", "CLOUDFLARE_API_KEY", SECRET);
      assertThat(run.exit()).isEqualTo(6);
      assertThat(run.out())
          .contains("PROBLEM    organizations: GET /organizations?page_size=1000 was answered 403")
          .endsWith("No plan can run until what is marked PROBLEM is mended.\n");
    }
    var nobody = Desk.in(directory);
    assertThat(nobody.run("doctor").exit()).isEqualTo(6);
    assertThat(nobody.run("doctor").out())
        .contains("PROBLEM    credential: No credentials are set");
    var astray = nobody.with("CLOUDFLARE_BASE_URL", "https://evil.example/").run("doctor");
    assertThat(astray.out()).contains("PROBLEM    API: The API's base URL is refused");
    SandboxServer gone;
    try (var server = server(ONE)) {
      gone = server;
    }
    assertThat(doctor(gone, "CLOUDFLARE_API_TOKEN", SECRET).exit()).isEqualTo(6);
  }

  @Test
  void surroundings() throws IOException {
    Files.writeString(directory.resolve("orgform.guard.yaml"), "version: 1\n");
    try (var server = server("{\"organizations\": []}")) {
      var run =
          doctor(
              server,
              "CLOUDFLARE_API_TOKEN",
              SECRET,
              "HTTP_PROXY",
              "http://user:hidden@proxy",
              "SSL_CERT_FILE",
              "/etc/ca.pem");
      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .contains(
              "WARNING    proxy: HTTP_PROXY has no effect\n",
              "WARNING    trust store: SSL_CERT_FILE has no effect\n",
              "ok         guard: orgform.guard.yaml\n",
              "WARNING    organizations: This user sees none\n",
              ".orgform, made by the first apply\n")
          .doesNotContain("hidden");
    }
    var file = directory.resolve("file");
    Files.writeString(file, "");
    assertThat(Desk.in(directory).run("doctor", "--sandbox", "--store", "file/x").out())
        .contains("No plan can run");
  }

  @Test
  void aClockThatIsWrong() {
    try (var server = server(ONE)) {
      var desk =
          Desk.in(directory)
              .with("CLOUDFLARE_BASE_URL", server.baseUrl().toString())
              .with("CLOUDFLARE_API_TOKEN", SECRET)
              .at(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
      assertThat(desk.run("doctor").out())
          .containsPattern("WARNING    clock: this machine is 7(199|20[01]) s behind the API\n");
    }
  }

  @Test
  void oneDocumentForPrograms() throws IOException {
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    Estate.parse("estate", ONE.replace("Acme", "\\u202e")).save(store.sandboxEstate());
    var clock = Clock.fixed(Instant.parse("2026-12-01T09:30:00Z"), ZoneOffset.UTC);
    var run = Desk.in(directory).at(clock).run("doctor", "--sandbox", "-json");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasLineCount(1).contains("\"able\":true");
    assertThat(Schemas.doctor().complaints(run.out())).isEmpty();
  }
}
