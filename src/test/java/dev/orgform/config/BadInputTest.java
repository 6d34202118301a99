package dev.orgform.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.member.MemberKind;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.kinds.placement.PlacementKind;
import dev.orgform.kinds.profile.ProfileKind;
import dev.orgform.model.Code;
import dev.orgform.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of configurations that are wrong: each NAME.yaml, NAME.escaped (bytes that do not
 * survive editors, as {@code \xNN}) or folder NAME has a NAME.expected beside it.
 */
class BadInputTest {
  static final Path FOLDER = Path.of("src/test/resources/bad");
  static final List<Kind> KINDS =
      List.of(
          OrganizationKind.ORGANIZATION,
          ProfileKind.PROFILE,
          MemberKind.MEMBER,
          PlacementKind.PLACEMENT);
  static final Map<String, String> ENVIRONMENT =
      Map.of("ACME_ID", "Not-An-Id", "EMPTY", "", "GITHUB_TOKEN", "secret", "UP", "no such key");

  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-F]{2})");

  static Stream<Path> cases() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(".expected"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedInTheseWords(Path input) throws IOException {
    var file = input.getFileName().toString();
    var name = file.replaceFirst("\\.[a-z]+$", "");
    var checked =
        Loader.load(
            file.endsWith(".escaped")
                ? Sources.of(new TreeMap<>(Map.of(name + ".yaml", bytes(input))))
                : new DiskSources(FOLDER, List.of(Path.of(file))),
            ENVIRONMENT,
            KINDS);
    assertThat(checked.diagnostics()).isNotEmpty();
    Golden.check(FOLDER.resolve(name + ".expected"), Shown.all(checked.diagnostics()));
  }

  /** Would say so if it were ever loaded. */
  static final class Probe {
    static {
      System.setProperty("orgform.probe", "loaded");
    }
  }

  @Test
  void noTagEverLoadsAClass() {
    var tag = "!!dev.orgform.config.BadInputTest$Probe";
    var text = "version: 1\norganizations:\n  a: " + tag + " {}\n  b: " + tag + " [x]\n  c: " + tag;
    var checked = LoaderTest.load(Map.of("a.yaml", text));
    assertThat(checked.diagnostics().stream().filter(d -> d.code() == Code.FORBIDDEN_YAML))
        .hasSize(3);
    assertThat(System.getProperty("orgform.probe")).isNull();
  }

  @Test
  void thereAreAtLeastSixty() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(60);
  }

  @Test
  void theExampleSaysWhatItsReadmePromises() throws IOException {
    var folder = Path.of("examples");
    var checked =
        Loader.load(new DiskSources(folder, List.of(Path.of("bad-input"))), ENVIRONMENT, KINDS);
    Golden.check(
        Path.of("src/test/resources/bad-input.expected"), Shown.all(checked.diagnostics()));
  }

  private static byte[] bytes(Path escaped) throws IOException {
    var text = Files.readString(escaped, ISO_8859_1);
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              var c = String.valueOf((char) Integer.parseInt(match.group(1), 16));
              return c.equals("\\") || c.equals("$") ? "\\" + c : c;
            })
        .getBytes(ISO_8859_1);
  }
}
