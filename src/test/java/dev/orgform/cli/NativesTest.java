package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a runner of GitHub: annotations, the step summary and outputs come by themselves. */
class NativesTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    Files.createDirectories(directory.resolve("repo/org"));
    Files.writeString(
        directory.resolve("repo/org/a.yaml"),
        """
        version: 1
        organizations:
          acme:
            name: Acme
            profile: {business_email: alice@acme.example}
        """);
    desk =
        Desk.in(directory.resolve("repo/org"))
            .with(
                Map.of(
                    "CI", "true",
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_WORKSPACE", directory.resolve("repo").toString(),
                    "GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString(),
                    "GITHUB_OUTPUT", directory.resolve("output").toString()));
  }

  @Test
  void aPlan() throws IOException {
    var run = desk.run("plan", "--sandbox", "-detailed-exitcode");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("::")))
        .containsExactly(
            "::notice file=org/a.yaml,line=3,col=3,title=orgform plan/create::organization.acme"
                + " will be created. Because declared at a.yaml:3:3, and nothing live matches it.",
            "::notice file=org/a.yaml,line=5,col=5,title=orgform plan/create::profile.acme will be"
                + " created. Because declared at a.yaml:5:5, and nothing live matches it.");
    assertThat(run.out()).doesNotContain("::notice");
    assertThat(Files.readString(directory.resolve("summary.md")))
        .contains("### orgform plan: 2 to add, 0 to change, 0 to destroy")
        .doesNotContain("alice");
    assertThat(Files.readString(directory.resolve("output")))
        .matches(
            "(?s)exitcode<<orgform_([0-9a-f]{16})\n"
                + "2\n"
                + "orgform_\\1\n"
                + "has_changes<<orgform_\\1\n"
                + "true\n"
                + ".*")
        .containsPattern("\nadd<<\\w+\n2\n")
        .containsPattern("\nmove<<\\w+\n0\n")
        .containsPattern("\nplan_hash<<\\w+\n[0-9a-f]{64}\n");
  }

  @Test
  void nothingOfItElsewhere() {
    var run = desk.with("GITHUB_ACTIONS", "").run("plan", "--sandbox");
    assertThat(run.err()).doesNotContain("::");
    assertThat(directory.resolve("summary.md")).doesNotExist();
  }

  @Test
  void aStepMayHaveWrittenBefore() throws IOException {
    Files.writeString(directory.resolve("summary.md"), "x".repeat((1 << 20) - 4_400));
    assertThat(desk.run("plan", "--sandbox").exit()).isZero();
    assertThat(Files.size(directory.resolve("summary.md"))).isLessThanOrEqualTo(1 << 20);
    var full = desk.run("plan", "--sandbox");
    assertThat(full.exit()).isZero();
    assertThat(full.err()).contains("other steps wrote into it");
    assertThat(Files.size(directory.resolve("summary.md"))).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void troubleWithItNeverEndsARun() {
    var run =
        desk.with("GITHUB_STEP_SUMMARY", "/no/such/place")
            .with("GITHUB_OUTPUT", "/no/such/place")
            .run("plan", "--sandbox");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("The CI system's file");
  }

  @Test
  void aConfigurationThatIsNone() throws IOException {
    Files.writeString(directory.resolve("repo/org/a.yaml"), "version: 1\norganisations: {}\n");
    var run = desk.run("drift", "--sandbox");
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err())
        .contains("::error file=org/a.yaml,line=2,col=1,title=orgform unknown-key::");
    assertThat(Files.readString(directory.resolve("output"))).contains("\n65\n");
  }

  @Test
  void anApplyEndsWithItsOwnExitCode() throws IOException {
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    assertThat(Files.readString(directory.resolve("output"))).contains("\n0\n", "\ntrue\n");
  }
}
