package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, as pipelines start it. */
@Timeout(120)
class ProcessTest {
  @TempDir Path directory;

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.orgform.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(directory.resolve("stderr").toFile());
    return builder.start();
  }

  private Desk.Run run(String typed, Map<String, String> environment, String... arguments)
      throws Exception {
    var process = start(environment, arguments);
    try (var in = process.getOutputStream()) {
      in.write(typed.getBytes(StandardCharsets.UTF_8));
    }
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    var err = Files.readString(directory.resolve("stderr"));
    return new Desk.Run(exit, out, err, out + err);
  }

  private Desk.Run run(String... arguments) throws Exception {
    return run("", Map.of(), arguments);
  }

  @Test
  void theMainJob() throws Exception {
    Wishes.lay(directory, Wishes.PROFILE.replace("name: Acme", "name: Acme Zürich 東京"));
    var plan = run("plan", "--sandbox", "-detailed-exitcode");
    assertThat(plan.exit()).as(plan.err()).isEqualTo(2);
    assertThat(plan.out()).contains("Acme Zürich 東京").doesNotContain("\u001b");
    var no = run("no\n", Map.of(), "apply", "--sandbox");
    assertThat(no.exit()).isEqualTo(3);
    assertThat(no.err()).contains("Apply cancelled.");
    var yes = run("yes\n", Map.of("NO_COLOR", "1"), "apply", "--sandbox");
    assertThat(yes.exit()).as(yes.err()).isZero();
    assertThat(yes.out()).endsWith("Apply complete! Resources: 2 added, 0 changed, 0 destroyed.\n");
    var again = run("plan", "--sandbox", "-detailed-exitcode");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).startsWith("No changes.");
  }

  @Test
  void whatIsWrongIsSaidWithoutATrace() throws Exception {
    assertThat(run("paln").exit()).isEqualTo(64);
    assertThat(run("validate").exit()).isEqualTo(65);
    Wishes.lay(directory, Wishes.ONE);
    var ci = run("yes\n", Map.of("CI", "true"), "apply", "--sandbox");
    assertThat(ci.exit()).isEqualTo(3);
    var unreachable =
        run(
            "",
            Map.of(
                "CLOUDFLARE_BASE_URL", "http://127.0.0.1:1/client/v4",
                "CLOUDFLARE_EMAIL", "a@b.example",
                "CLOUDFLARE_API_KEY", "0123456789abcdef0123456789abcdef01234"),
            "plan");
    assertThat(unreachable.exit()).isEqualTo(1);
    assertThat(unreachable.out()).isEmpty();
    assertThat(unreachable.err())
        .contains("127.0.0.1:1 refused the connection")
        .doesNotContain("\tat ", "Exception", "SLF4J", "WARNING");
  }

  @Test
  void javaIsNotToldToPrintRequests() throws Exception {
    Wishes.lay(directory, Wishes.ONE);
    var refused = run("", Map.of("JAVA_TOOL_OPTIONS", "-Djavax.net.debug=all"), "version");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("Java was started with -Djavax.net.debug");
  }

  @Test
  void theSandboxServesAnotherProcessAndStops() throws Exception {
    Wishes.lay(directory, Wishes.PROFILE);
    Files.writeString(directory.resolve("live.json"), Wishes.ESTATE);
    var server = start(Map.of(), "sandbox", "--port", "0", "--seed", "live.json");
    try (var lines =
        new BufferedReader(
            new java.io.InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      var first = lines.readLine();
      assertThat(first).matches("The sandbox serves .* at http://127\\.0\\.0\\.1:\\d+/client/v4");
      var desk =
          Desk.in(directory)
              .with("CLOUDFLARE_BASE_URL", first.substring(first.indexOf("http://")))
              .with("CLOUDFLARE_EMAIL", "you@sandbox.invalid")
              .with("CLOUDFLARE_API_KEY", "sandbox-key-0000");
      var plan = desk.run("plan", "-detailed-exitcode");
      assertThat(plan.exit()).as(plan.both()).isEqualTo(2);
      assertThat(plan.out()).contains("Plan: 0 to add, 1 to change, 0 to destroy.");
    } finally {
      server.destroy();
    }
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(143);
  }

  @Test
  void theCompletionIsBash() throws Exception {
    var script = Desk.in(directory).run("completion");
    assertThat(script.exit()).isZero();
    var file = directory.resolve("completion.bash");
    Files.writeString(file, script.out());
    var check =
        new ProcessBuilder(
                "bash",
                "-c",
                "bash -n \"$0\" && . \"$0\" && complete -p orgform",
                "completion.bash")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).contains("_complete_orgform");
    assertThat(script.out()).contains("plan", "-detailed-exitcode").doesNotContain("training-run");
  }
}
