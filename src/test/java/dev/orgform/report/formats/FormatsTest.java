package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Plans;
import dev.orgform.report.findings.Report;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static String drawn(Format format, Report report) {
    return format.draw(report, Room.COMMENT, "k");
  }

  @Test
  void sarifStandsAtTheLineAndAtTheAddress() {
    var drawn = drawn(Format.SARIF, Reports.of(Plans.refused(), "1.2"));
    assertThat(SarifRules.complaints(drawn)).isEmpty();
    var run = SarifRules.read(drawn).at("/runs/0");
    assertThat(run.at("/tool/driver/version").textValue()).isEqualTo("1.2");
    var result = run.at("/results/1");
    assertThat(result.get("ruleId").textValue()).isEqualTo("plan/create");
    var location = result.at("/locations/0");
    assertThat(location.at("/physicalLocation/artifactLocation/uri").textValue())
        .isEqualTo("main.yaml");
    assertThat(location.at("/physicalLocation/region/startLine").intValue()).isEqualTo(4);
    assertThat(location.at("/logicalLocations/0/fullyQualifiedName").textValue())
        .startsWith("organization.");
    assertThat(run.at("/results/0/level").textValue()).isEqualTo("error");
  }

  @Test
  void aMessageOfSarifHoldsNoLinkAndNoArgument() {
    assertThat(new SarifEscape().escape("[x](http://y) {0} \\"))
        .isEqualTo("\\[x\\](http://y) {{0}} \\\\");
  }

  @ParameterizedTest
  @CsvSource({"a b/c#d.yaml, a%20b/c%23d.yaml", "\u00e4.yaml, %C3%A4.yaml", "x:y, x%3Ay"})
  void filesAreReferences(String file, String uri) {
    assertThat(Uris.of(file)).isEqualTo(uri);
  }

  @Test
  void driftFailsInJunitAndDeletionsAreSeen() {
    var drift = JunitRules.check(drawn(Format.JUNIT, Reports.drift()));
    assertThat(drift.getAttribute("failures")).isEqualTo("4");
    var deletion = JunitRules.check(drawn(Format.JUNIT, Reports.of(Plans.deletion(), "1")));
    assertThat(deletion.getAttribute("failures")).isEqualTo("0");
    assertThat(deletion.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void nothingToReportIsOneCaseThatPasses() {
    var suites = JunitRules.check(drawn(Format.JUNIT, Reports.of(Plans.empty(), "1")));
    assertThat(suites.getAttribute("tests")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"=1+1|\"'=1+1\"", "a,b|\"a,b\"", "a\"b|\"a\"\"b\"", "-1|\"'-1\"", "x-1|\"x-1\""})
  void noCellIsAFormula(String raw, String cell) {
    assertThat(new CsvEscape().escape(raw)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a|`a`", "a`b|``a`b``", "`|`` ` ``", "```|```` ``` ````", "' a '|`  a  `"})
  void spansAreWiderThanWhatTheyHold(String raw, String span) {
    assertThat(new CodeSpan().escape(raw)).isEqualTo(span);
  }

  @Test
  void gitlabCountsAPlan() {
    assertThat(SarifRules.read(drawn(Format.GITLAB_TERRAFORM, Reports.of(Plans.update(), "1"))))
        .hasToString("{\"create\":1,\"update\":2,\"delete\":0}");
  }

  @Test
  void everyIssueOfGitlabHasWhatGitlabWants() {
    assertThat(GitlabRules.check(drawn(Format.GITLAB_CODEQUALITY, Reports.drift()))).isNotEmpty();
  }

  @Test
  void wordsAreReadAsTheyAreWritten() {
    for (var format : Format.values()) {
      assertThat(Format.parse(format.word())).contains(format);
    }
    assertThat(Format.words().stream().collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "text",
                "json",
                "html",
                "markdown",
                "sarif",
                "junit",
                "csv",
                "gitlab-codequality",
                "gitlab-terraform"));
  }
}
