package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of an apply tell what was done, and never what was only planned. */
class ApplyReportTest {
  private static final String FIRST =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: one}
          organizations:
            labs: {name: Labs}
      """;

  private static final String[] REPORTS = {
    "--report=markdown=a.md", "--report=html=a.html", "--report=junit=a.xml",
    "--report=sarif=a.sarif", "--report=text=a.txt", "--report=csv=a.csv"
  };

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    write("main.yaml", FIRST);
    desk =
        Desk.in(directory)
            .with(
                Map.of(
                    "CI", "true",
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_STEP_SUMMARY", "summary.md",
                    "GITHUB_OUTPUT", "output"));
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    Files.delete(directory.resolve("summary.md"));
    Files.delete(directory.resolve("output"));
  }

  @Test
  void whatFailedIsAnErrorAndWhatIsDoneIsTold() throws IOException {
    write("main.yaml", FIRST.replace("one", "two") + "      more: {name: More}\n");
    var run = apply("main.yaml", "-auto-approve", "-parallelism=1", "--faults=3:403");

    assertThat(run.exit()).as(run.both()).isEqualTo(4);
    assertThat(read("a.md"))
        .startsWith("<!-- orgform:apply:main.yaml -->\n### orgform apply: incomplete\n")
        .contains("**1 of 2 changes got done:** 0 added, 1 changed, 0 destroyed")
        .contains("api-denied", "organization.more", "profile.acme");
    assertThat(read("summary.md")).isEqualTo(read("a.md") + "\n");
    assertThat(read("a.html")).contains("<h1>Apply incomplete&#58; 1 of 2 changes done</h1>");
    assertThat(read("a.xml")).contains("tests=\"2\" failures=\"1\"", "profile.acme was updated");
    assertThat(read("a.sarif")).contains("\"executionSuccessful\": false");
    assertThat(read("a.csv")).contains("\"error\",\"api-denied\"", "was updated in-place");
    assertThat(read("a.txt")).contains("Apply incomplete! Resources: 0 added, 1 changed");
    assertThat(run.err()).contains("::error file=main.yaml,line=8,col=7,title=orgform api-denied");
    assertThat(read("output"))
        .containsPattern("\nadd<<\\w+\n0\n")
        .containsPattern("\nchange<<\\w+\n1\n")
        .containsPattern("\nleft<<\\w+\n1\n");
  }

  @Test
  void whatIsDoneWasDone() throws IOException {
    write("main.yaml", FIRST.replace("one", "two"));
    assertThat(apply("main.yaml", "-auto-approve").exit()).isZero();
    assertThat(read("a.md")).contains("### orgform apply: 0 added, 1 changed, 0 destroyed");
    assertThat(read("a.html")).contains("<h1>Applied&#58; 1 change</h1>");
    for (var file : new String[] {"a.md", "a.html", "a.xml", "a.sarif", "a.csv"}) {
      assertThat(read(file)).as(file).doesNotContain("will be", "Ready to apply");
    }
  }

  @Test
  void aRefusedApplySaysWhyEverywhere() throws IOException {
    write(
        "main.yaml",
        FIRST.replaceAll("    organizations:\n.*\n", "")
            + "removed: [{organization: ID, name: Labs}]\n".replace("ID", labs()));
    var run = apply("main.yaml", "-auto-approve");

    assertThat(run.exit()).as(run.both()).isEqualTo(3);
    assertThat(read("a.md")).contains("refused", "deletion-not-allowed", "one-way-not-accepted");
    assertThat(read("a.html")).contains("<h1>Refused&#58; 2 errors</h1>");
    assertThat(read("a.xml")).contains("failures=\"2\"");
    assertThat(run.err()).contains("::error title=orgform deletion-not-allowed");
    assertThat(read("summary.md")).containsOnlyOnce("<!-- orgform:");
  }

  @Test
  void aSavedPlanThatCannotBeAppliedSaysWhyEverywhere() throws IOException {
    write("main.yaml", FIRST.replace("one", "two"));
    assertThat(desk.run("plan", "--sandbox", "-out=plan.json").exit()).isZero();
    Files.delete(directory.resolve("output"));
    var denied = apply("plan.json", "--faults=1:403");
    assertThat(denied.exit()).as(denied.both()).isEqualTo(6);
    assertThat(read("a.md")).contains("**Nothing was applied:** 1 error.", "api-denied");
    assertThat(denied.err()).contains("::error title=orgform api-denied");
    assertThat(read("output")).containsPattern("exitcode<<\\w+\n6\n");

    write("main.yaml", FIRST.replace("one", "three"));
    var stale = apply("plan.json");
    assertThat(stale.exit()).as(stale.both()).isEqualTo(5);
    assertThat(read("a.xml")).contains("failures=\"1\"");
    assertThat(read("a.html")).contains("Nothing was applied.");
    var shown = desk.run("show", "main.yaml", "--report=markdown=b.md");
    assertThat(shown.exit()).isNotZero();
    assertThat(read("b.md")).contains("There is no plan");
  }

  private Desk.Run apply(String path, String... more) {
    var words = new ArrayList<>(List.of("apply", path, "--sandbox"));
    words.addAll(List.of(REPORTS));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  private String labs() {
    return desk.run("sandbox", "edit", "list")
        .out()
        .replaceAll("(?s).*Labs\\s+([0-9a-f]{32}).*", "$1");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }
}
