package dev.orgform.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.Hostile;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationsTest {
  /** As the runner takes a command apart: a name, properties by commas, and the rest. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "::(error|warning|notice) (file=[^:,]+,(line=\\d+,col=\\d+,)?)?title=[^:,]+::[^:].*");

  static Stream<String> strings() {
    return Hostile.strings();
  }

  private static Report failed(int errors, int warnings) {
    var all = new ArrayList<Diagnostic>();
    for (int i = 0; i < errors; i++) {
      all.add(
          Diagnostic.error(Code.BAD_YAML, "error " + i).at(new Place("a.yaml", i + 1, 1, 1, "")));
    }
    for (int i = 0; i < warnings; i++) {
      all.add(Diagnostic.warning(Code.CONFUSABLE_NAMES, "warning " + i));
    }
    return Report.failed(Report.PLAN, "1", all);
  }

  @Test
  void tenOfEachAndTheRestIsCounted() {
    var lines = Annotations.of(failed(25, 3));
    assertThat(lines.stream().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(lines.stream().filter(line -> line.startsWith("::warning "))).hasSize(3);
    assertThat(lines.getLast())
        .isEqualTo("::notice title=orgform::15 more findings; the step summary has them");
    assertThat(Annotations.of(failed(10, 10))).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void oneLineAndOneCommandWhateverStrangersWrite(String text) {
    var reports =
        List.of(
            Report.of(PlanDocument.of(Plans.full(text), text), Lineage.NONE),
            Report.of(DriftDocument.of(Plans.survey(text), text), Lineage.NONE),
            Report.failed(Report.PLAN, text, List.of(Plans.diagnostic(text))));
    for (var report : reports) {
      assertThat(Annotations.of(report))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(30)
          .allSatisfy(
              line -> {
                assertThat(line).doesNotContain("\n", "\r", "##[");
                assertThat(line.length()).isLessThan(20_000);
                assertThat(line.substring(0, line.indexOf("::", 2)))
                    .matches("::(error|warning|notice) [^:]*");
              });
      var outputs = StepOutputs.of(report, 2).text("abc");
      assertThat(outputs).matches("([a-z_]+<<orgform_abc\n[A-Za-z0-9]*\norgform_abc\n)+");
    }
  }

  @Test
  void aCommandIsWhatTheRunnerReads() {
    var report = Report.of(DriftDocument.of(Plans.survey(), "1"), Lineage.NONE);
    assertThat(Annotations.of(report)).allMatch(line -> COMMAND.matcher(line).matches());
  }
}
