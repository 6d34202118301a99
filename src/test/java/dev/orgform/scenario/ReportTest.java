package dev.orgform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.report.formats.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reports that the folders of scenarios name under {@code reports}, letter by letter: {@code
 * report.plan.sarif} beside a folder's other goldens is what {@code plan --report=sarif=FILE}
 * writes there.
 */
class ReportTest {
  private static final String PREFIX = "report.";

  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "(?<=<style>|<script>|'sha256-)(?:[A-Za-z0-9+/&#;]+(?=')|.*?(?=</))", Pattern.DOTALL);

  @TempDir Path directory;

  static Stream<Scenario> all() throws IOException {
    return Scenario.all().filter(scenario -> !scenario.reports().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void reportsAsItAlwaysDid(Scenario scenario) throws IOException {
    var stage = Stage.set(scenario, directory);
    for (var command : List.of("plan", "drift")) {
      var names = scenario.reports().stream().filter(one -> one.startsWith(command + ".")).toList();
      var flags = names.stream().map(one -> "--report=" + format(one) + "=" + PREFIX + one);
      var run = stage.report(command, flags.toArray(String[]::new));
      for (var one : names) {
        assertThat(stage.has(PREFIX + one)).as(run.both()).isTrue();
        Golden.check(scenario.file(PREFIX + one), bare(stage.read(PREFIX + one)));
      }
    }
  }

  @Test
  void atLeastFortyOfEveryFormatAndOfBothCommands() throws IOException {
    var names = all().flatMap(scenario -> scenario.reports().stream()).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(40);
    for (var command : List.of("plan", "drift")) {
      assertThat(
              names.stream()
                  .filter(one -> one.startsWith(command))
                  .map(ReportTest::format)
                  .toList())
          .containsAll(Format.words());
    }
  }

  @Test
  void noGoldenIsLeftOfAReportThatNobodyMakes() throws IOException {
    for (var scenario : Scenario.all().toList()) {
      try (var files = Files.list(scenario.folder())) {
        Set<String> kept =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(kept).as(scenario.toString()).isEqualTo(new TreeSet<>(scenario.reports()));
      }
    }
  }

  /**
   * A page without what every page holds alike: its style and its script have tests of their own.
   */
  private static String bare(String text) {
    return EVERYWHERE.matcher(text).replaceAll("");
  }

  private static String format(String report) {
    return report.substring(report.indexOf('.') + 1);
  }
}
