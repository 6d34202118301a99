package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags beside variables that say the same, and variables that are none of orgform's. */
class EnvironmentTest {
  private static final String ONE = "version: 1\norganizations: {one: {name: One}}\n";

  @TempDir Path directory;

  private Desk desk() throws IOException {
    Files.writeString(directory.resolve("one.yaml"), ONE);
    return Desk.in(directory);
  }

  @Test
  void aFlagAndItsVariableNeverCancelEachOther() throws IOException {
    var desk =
        desk()
            .with("ORGFORM_SANDBOX", "true")
            .with("ORGFORM_DETAILED_EXITCODE", "true")
            .with("ORGFORM_AUTO_APPROVE", "true")
            .with("ORGFORM_ALLOW_DELETE", "true")
            .with("ORGFORM_JSON", "true");

    var plan = desk.run("plan", "--sandbox", "-detailed-exitcode", "-json");
    assertThat(plan.exit()).as(plan.both()).isEqualTo(2);
    assertThat(plan.out()).startsWith("{");
    var applied = desk.run("apply", "--sandbox", "--auto-approve");
    assertThat(applied.exit()).as(applied.both()).isZero();

    var id = desk.run("sandbox", "edit", "list").out().replaceAll("(?s).*?([0-9a-f]{32}).*", "$1");
    Files.writeString(
        directory.resolve("one.yaml"),
        "version: 1\nremoved: [{organization: " + id + ", name: One}]\n");
    assertThat(
            desk.run(
                    "apply",
                    "--sandbox",
                    "-auto-approve",
                    "--allow-delete",
                    Desk.in(directory).oneWay())
                .exit())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "true, 2",
    "TRUE, 2",
    "yes, 2",
    "Yes, 2",
    "0, 0",
    "false, 0",
    "no, 0",
    "NO, 0",
    "'', 0"
  })
  void aVariableSaysYesOrNoAsPipelinesDo(String text, int exit) throws IOException {
    var sandbox = desk().with("ORGFORM_SANDBOX", "1");

    var run = sandbox.with("ORGFORM_DETAILED_EXITCODE", text).run("plan");

    assertThat(run.exit()).as(run.both()).isEqualTo(exit);
  }

  @Test
  void aVariableThatSaysNeitherIsNamed() throws IOException {
    var run = desk().with("ORGFORM_NO_COLOR", "maybe").run("validate");

    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err())
        .contains(
            "'maybe' is neither true, 1 or yes nor false, 0 or no",
            "It comes from the environment variable ORGFORM_NO_COLOR.");
  }

  /** As flags they are refused; a job may have set the variables for other commands. */
  @ParameterizedTest
  @CsvSource({
    "ORGFORM_CONVERGE, 1, plan",
    "ORGFORM_CONVERGE, true, apply",
    "ORGFORM_CONVERGE, 1, graph --plan",
    "ORGFORM_ADOPT, yes, plan",
    "ORGFORM_EXPIRES, 5m, plan",
    "ORGFORM_SIGN_KEY, key.pem, plan",
  })
  void aVariableThatDoesNothingHereIsTold(String name, String value, String command)
      throws IOException {
    var desk = desk().with("ORGFORM_SANDBOX", "1").with("ORGFORM_AUTO_APPROVE", "1");

    var run = desk.with(name, value).run(command.split(" "));
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.err()).containsOnlyOnce("Note: " + name + " has no effect here");

    assertThat(desk.run(command.split(" ")).err()).doesNotContain("no effect");
    var off = name.equals("ORGFORM_CONVERGE") || name.equals("ORGFORM_ADOPT") ? "0" : "";
    assertThat(desk.with(name, off).run(command.split(" ")).err()).doesNotContain("no effect");
  }

  @Test
  void aVariableThatDoesSomethingIsNotTold() throws IOException {
    var desk = desk().with("ORGFORM_SANDBOX", "1").with("ORGFORM_CONVERGE", "1");
    Files.createDirectory(directory.resolve("then"));
    Files.writeString(directory.resolve("then/one.yaml"), ONE);

    var run = desk.with("ORGFORM_BASE", "then").run("plan", "one.yaml");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.both()).doesNotContain("no effect").contains("Plan: 1 to add");
  }

  /** As SECURITY.md says: this machine is named alone, any other host is allowed as well. */
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1, '', true",
    "http://localhost:1, '', true",
    "https://api.example.invalid, '', false",
    "https://api.example.invalid, other.invalid, false",
    "https://api.example.invalid, api.example.invalid, true",
    "http://api.example.invalid, api.example.invalid, false",
  })
  void whereCredentialsMayGo(String url, String allowed, boolean may) throws IOException {
    var run =
        desk()
            .with("CLOUDFLARE_API_TOKEN", "token-4711-0815-token-4711-0815-token")
            .with("CLOUDFLARE_BASE_URL", url)
            .with("ORGFORM_ALLOW_HOST", allowed)
            .with("ORGFORM_MAX_WAIT", "1s")
            .run("doctor");

    assertThat(run.exit()).as(run.both()).isEqualTo(6);
    assertThat(run.out()).contains(may ? "note       API: " + url : "PROBLEM    API: ");
  }

  @Test
  void aFlagWithAValueTakesTheSameWords() throws IOException {
    var desk = desk();

    assertThat(desk.run("apply", "--sandbox", "-input=0").exit()).isEqualTo(3);
    assertThat(desk.run("apply", "--sandbox", "-input=no").both()).contains("(not-approved)");
    assertThat(desk.run("apply", "--sandbox", "-input=perhaps").exit()).isEqualTo(64);
  }

  @Test
  void aVariableThatNamesTheVersionToInstallIsNoFlag() throws IOException {
    var run = desk().with("ORGFORM_VERSION", "1.2.3").run("validate");

    assertThat(run.exit()).as(run.both()).isZero();
  }

  @Test
  void aPathMayBeginWithAnAt() throws IOException {
    Files.writeString(directory.resolve("@team.yaml"), ONE);
    Files.writeString(directory.resolve("@words"), "a line of a secret file");

    assertThat(desk().run("validate", "@team.yaml").out()).contains("1 resource");
    var run = desk().run("validate", "@" + directory.resolve("@words"));
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.both()).contains("There is no file or folder @").doesNotContain("secret");
  }
}
