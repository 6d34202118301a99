package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports are written where they were asked for, and shown where CI shows them. */
class ReportFlagTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

  private static final List<String> FORMATS =
      List.of(
          "text",
          "json",
          "html",
          "markdown",
          "sarif",
          "junit",
          "csv",
          "gitlab-codequality",
          "gitlab-terraform");

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Desk.in(directory).with("CI", "true").at(NOON);
    Files.createDirectories(directory.resolve("team"));
    Files.writeString(
        directory.resolve("team/a.yaml"),
        """
        version: 1
        organizations:
          acme:
            name: Acme
            profile: {business_email: alice@acme.example}
            organizations:
              emea: {name: Acme EMEA}
        """);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  private Desk.Run plan(String... more) {
    return desk.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("plan", "--sandbox", "team"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aPageWithoutPersonalData() throws IOException {
    assertThat(plan("--report=html=r.html", "--redact").exit()).isZero();
    assertThat(read("r.html")).contains("organization.emea").doesNotContain("alice@acme");
  }

  @Test
  void driftAsAPage() throws IOException {
    var run = desk.run("drift", "--sandbox", "team", "--report=html=d.html");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(read("d.html")).startsWith("<!doctype html>").contains("organization.acme");
  }

  @Test
  void allFormatsAtOnceAndStdoutAsBefore() throws IOException {
    var asked = FORMATS.stream().map(one -> "--report=" + one + "=r." + one).toList();
    var run = plan(asked.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(plan().out());
    assertThat(read("r.text")).isEqualTo(run.out());
    assertThat(read("r.json")).startsWith("{").contains("\"timestamp\": \"2026-12-01T12:00:00Z\"");
    assertThat(read("r.markdown")).startsWith("<!-- orgform:plan:team -->\n### orgform plan: 3 to");
    assertThat(read("r.html"))
        .startsWith("<!doctype html>\n<!-- orgform -->\n<html")
        .contains("<h1>Ready to apply&#58; 3 changes</h1>", "Acme EMEA", "alice@acme.example");
    assertThat(read("r.sarif")).contains("\"uri\": \"team/a.yaml\"");
    assertThat(read("r.junit")).contains("tests=\"3\"");
    assertThat(read("r.csv")).startsWith("\"severity\",\"rule\",\"address\"");
    assertThat(read("r.gitlab-terraform")).contains("\"create\": 3");
    assertThat(read("r.gitlab-codequality")).startsWith("[");
    // A second run replaces what the first one wrote; text alone has no beginning of its own.
    var again = plan(asked.subList(1, asked.size()).toArray(String[]::new));
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(plan("--report=text=r.text").exit()).isEqualTo(1);
    try (var files = Files.list(directory)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void whatIdentifiesPeopleIsNotInACommentUnlessSomebodyWantsIt() throws IOException {
    plan("--report=markdown=a.md", "--report=csv=a.csv");
    assertThat(read("a.md")).contains("email:").doesNotContain("alice");
    assertThat(read("a.csv")).contains("alice@acme.example");
    plan("--report=markdown=a.md", "--redact=false", "--report=csv=a.csv");
    assertThat(read("a.md")).contains("alice@acme.example");
    plan("--redact", "--report=csv=a.csv");
    assertThat(read("a.csv")).doesNotContain("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void whatIsRefusedIsNotAdvised(String format) {
    var run = plan("--redact", "--report=" + format + "=a." + format);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err().replaceAll("[\\s\u2502]+", " "))
        .contains("as " + format + " cannot be redacted")
        .contains(
            "Leave out --redact, or ask for what it works on: markdown, html, sarif, junit, csv,"
                + " gitlab-codequality, gitlab-terraform.");
    assertThat(directory.resolve("a." + format)).doesNotExist();
  }

  @Test
  void aReportOnStdoutIsAloneThere() {
    var run = plan("--report=csv=-");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("\""));
    assertThat(run.err()).contains("Plan: 3 to add, 0 to change, 0 to destroy.");
    assertThat(plan("--report=csv=-", "--report=text=-").exit()).isEqualTo(64);
    assertThat(plan("--report=csv=-", "-json").exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sarf=x|There is no report format \"sarf\"|Did you mean",
        "sarif|--report sarif names no file|FORMAT=FILE",
        "=x|There is no report format \"\"|FORMAT=FILE",
      })
  void whatIsNoReport(String asked, String summary, String more) {
    var run = plan("--report=" + asked);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains(summary, more);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void twoReportsInOneFile() {
    assertThat(plan("--report=csv=x", "--report=sarif=./x").exit()).isEqualTo(64);
    assertThat(plan("--comment-limit=100").exit()).isEqualTo(64);
  }

  @Test
  void whatIsNoReportIsNeverReplacedAndWhatCannotBeWrittenIsSaid() throws IOException {
    var yaml = read("team/a.yaml");
    var run = plan("--report=markdown=team/a.yaml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("cannot be written to \"team/a.yaml\"", "--report markdown=FILE");
    assertThat(read("team/a.yaml")).isEqualTo(yaml);
    assertThat(plan("--report=csv=no/such/place.csv").err())
        .contains("The folder that it should be in does not exist.");
  }

  @Test
  void anApplyThatCannotReportChangesNothing() {
    var run = desk.run("apply", "--sandbox", "team", "-auto-approve", "--report=csv=no/x.csv");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(plan().out()).contains("3 to add");
    assertThat(desk.run("apply", "--sandbox", "team", "-auto-approve", "--report=csv=x.csv").exit())
        .isZero();
    assertThat(directory.resolve("x.csv")).exists();
  }

  @Test
  void aSavedPlanReportsTheSame() throws IOException {
    plan("-out=plan.json", "--report=markdown=a.md");
    var show = desk.run("show", "plan.json", "--report=markdown=b.md");
    assertThat(show.exit()).as(show.err()).isZero();
    assertThat(read("b.md")).isEqualTo(read("a.md")).startsWith("<!-- orgform:plan:team -->\n");
    assertThat(desk.run("apply", "--sandbox", "plan.json", "--report=csv=c.csv").exit()).isZero();
    assertThat(read("c.csv")).contains("plan/create");
  }

  /** What a plan of the working directory is called must not be what its file is called. */
  @Test
  void aSavedPlanOfHereHasTheCommentOfThePlan() throws IOException {
    var here = directory.toAbsolutePath().toString();
    assertThat(desk.run("plan", here, "--sandbox", "-out=p.json", "--report=markdown=a.md").exit())
        .isZero();
    assertThat(desk.run("show", "p.json", "--report=markdown=b.md").exit()).isZero();
    assertThat(read("b.md")).isEqualTo(read("a.md")).startsWith("<!-- orgform:plan:default -->\n");
  }

  @Test
  void driftReports() throws IOException {
    desk.run("apply", "--sandbox", "team", "-auto-approve");
    desk.run("sandbox", "edit", "rename", "Acme EMEA", "Acme Europe");
    var run =
        desk.run(
            "drift",
            "--sandbox",
            "team",
            "--report=junit=d.xml",
            "--report=json=d.json",
            "--report=html=d.html");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(read("d.xml")).contains("<failure type=\"drift/missing\"");
    assertThat(read("d.json")).contains("\"document\": \"orgform-drift\"");
    assertThat(read("d.html")).contains("<h1>1 object is missing</h1>", "Acme Europe");
  }

  @Test
  void whyThereIsNoPlanIsReportedAtItsLine() throws IOException {
    Files.writeString(directory.resolve("team/a.yaml"), "version: 1\norganisations: {}\n");
    var run =
        plan(
            "--report=sarif=a.sarif",
            "--report=text=a.txt",
            "--report=json=a.json",
            "--report=html=a.html");
    assertThat(run.exit()).isEqualTo(65);
    assertThat(read("a.html")).contains("<h1>Failed&#58; ", "organisations");
    assertThat(read("a.sarif"))
        .contains(
            "\"ruleId\": \"unknown-key\"", "\"startLine\": 2", "\"executionSuccessful\": false");
    assertThat(read("a.txt")).contains("organisations");
    assertThat(directory.resolve("a.json")).doesNotExist();
  }
}
