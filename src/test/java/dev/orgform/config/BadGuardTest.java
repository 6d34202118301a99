package dev.orgform.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.guard.Guards;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of guard files that are wrong: each NAME.yaml has a NAME.expected beside it. */
class BadGuardTest {
  private static final Path FOLDER = Path.of("src/test/resources/bad-guard");
  private static final String CONFIGURATION =
      "version: 1\norganizations:\n  acme:\n    name: Acme\n    organizations: {emea: {name: E}}\n";

  static Stream<Path> cases() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  static List<Diagnostic> said(byte[] guard) {
    var loaded =
        Loader.load(
            Sources.of(Map.of("a.yaml", CONFIGURATION.getBytes(UTF_8), Sources.GUARD_FILE, guard)),
            Map.of("LIMIT", "3", "A", "a"),
            BadInputTest.KINDS);
    return loaded
        .value()
        .map(configuration -> Guards.check(configuration.policy()))
        .orElse(loaded.diagnostics());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedInTheseWordsAtAPlace(Path input) throws IOException {
    var said = said(Files.readAllBytes(input));

    assertThat(said).anyMatch(Diagnostic::isError);
    assertThat(said)
        .allSatisfy(
            diagnostic -> {
              var place = diagnostic.places().getFirst();
              assertThat(place.file()).isEqualTo(Sources.GUARD_FILE);
              assertThat(place.line() > 0 || Files.size(input) < 20).isTrue();
              assertThat(diagnostic.remedy()).isNotBlank();
            });
    var name = input.getFileName().toString().replace(".yaml", ".expected");
    Golden.check(FOLDER.resolve(name), Shown.all(said));
  }

  @Test
  void thereAreAtLeastSixty() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(60);
  }
}
