package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Hostile;
import dev.orgform.report.Sinks;
import dev.orgform.report.findings.Report;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever strangers write, each format stays what it is; whoever reads the format judges. */
class HostileFormatsTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "body", "h3", "h4", "p", "ul", "li", "strong", "code", "pre", "table", "thead", "tbody",
          "tr", "th", "td", "details", "summary");

  static Stream<String> strings() {
    return Hostile.strings();
  }

  private static String drawn(Format format, Report report) {
    return format.draw(report, Room.COMMENT, "k");
  }

  @ParameterizedTest
  @MethodSource("strings")
  void markdown(String text) {
    Reports.full(text).forEach(report -> markdown(report, text));
  }

  private static void markdown(Report report, String text) {
    var drawn = drawn(Format.MARKDOWN, report);
    var page = MarkdownJudge.page(drawn);

    assertThat(MarkdownJudge.elements(page)).isSubsetOf(ELEMENTS);
    assertThat(MarkdownJudge.attributes(page))
        .isSubsetOf(
            "code class=\"language-diff\"",
            "code class=\"language-text\"",
            "th align=\"right\"",
            "td align=\"right\"");
    assertThat(MarkdownJudge.prose(page))
        .matches("[A-Za-z0-9 .,:;?'()`*\u274c\u26a0\u26d4\u2702-]*")
        .doesNotContain("forged", "alert", "javascript");
    assertThat(drawn).containsOnlyOnce("<!--");
    assertThat(page.select("details").size()).isEqualTo(drawn.split("\n<details>", -1).length - 1);
    assertThat(page.select("details > summary").size()).isEqualTo(page.select("summary").size());
    log(drawn);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void csv(String text) throws IOException {
    for (var report : Reports.full(text).toList()) {
      var drawn = drawn(Format.CSV, report);
      var records = CSVParser.parse(drawn, CSVFormat.RFC4180).getRecords();
      assertThat(records.getFirst().toList()).isEqualTo(Csv.COLUMNS);
      assertThat(records).hasSizeGreaterThan(1).allMatch(one -> one.size() == Csv.COLUMNS.size());
      assertThat(records.stream().flatMap(CSVRecord::stream)).allMatch(HostileFormatsTest::isText);
      assertThat(drawn.lines().count()).isEqualTo(records.size());
      log(drawn);
    }
  }

  private static boolean isText(String cell) {
    return cell.isEmpty() || "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0;
  }

  @ParameterizedTest
  @MethodSource("strings")
  void junit(String text) {
    for (var report : Reports.full(text).toList()) {
      var drawn = drawn(Format.JUNIT, report);
      JunitRules.check(drawn);
      log(drawn);
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void sarif(String text) {
    for (var report : Reports.full(text).toList()) {
      var drawn = drawn(Format.SARIF, report);
      assertThat(drawn).matches("[ -~\n]*+");
      assertThat(SarifRules.complaints(drawn)).isEmpty();
      log(drawn);
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void gitlab(String text) {
    for (var report : Reports.full(text).toList()) {
      for (var format : List.of(Format.GITLAB_CODEQUALITY, Format.GITLAB_TERRAFORM)) {
        var drawn = drawn(format, report);
        assertThat(drawn).matches("[ -~\n]*+");
        assertThat(SarifRules.read(drawn)).isNotNull();
        log(drawn);
      }
    }
  }

  /** A report on stdout is a log as well. */
  private static void log(String drawn) {
    Sinks.assertHarmless(drawn.replace("\r\n", "\n"));
    assertThat(RunnerCommands.in(drawn)).isEmpty();
  }
}
