package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The reports that the scenarios keep, held to the formats' own rules: what the command line really
 * writes, hostile names and refused plans among it.
 */
class GoldenReportsTest {
  @Test
  void sarifIsAsItsSchemaSays() throws IOException {
    each(".sarif", text -> assertThat(SarifRules.complaints(text)).isEmpty());
  }

  @Test
  void junitIsAsJenkinsReadsIt() throws IOException {
    each(".junit", JunitRules::check);
  }

  @Test
  void issuesAreAsGitlabReadsThem() throws IOException {
    each(".gitlab-codequality", GitlabRules::check);
  }

  private static void each(String ending, Consumer<String> judge) throws IOException {
    List<Path> reports;
    try (var files = Files.walk(Path.of("src/test/resources/scenarios"))) {
      reports = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    assertThat(reports).as(ending).hasSizeGreaterThanOrEqualTo(3);
    for (var report : reports) {
      try {
        judge.accept(Files.readString(report));
      } catch (AssertionError e) {
        throw new AssertionError(report + ": " + e.getMessage(), e);
      }
    }
  }
}
