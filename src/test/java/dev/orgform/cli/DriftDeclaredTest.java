package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the YAML changed since an apply is told apart from what somebody changed elsewhere. */
class DriftDeclaredTest {
  private static final String YAML =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Uno, business_phone: "1"}
          members: [me@acme.example, bob@acme.example, amy@acme.example]
          organizations:
            emea: {name: EMEA}
      """;

  private static final String SINCE = "eclared differently since run 1, and not applied yet.";
  private static final String ELSEWHERE = "changed outside of orgform";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, YAML);
    var first = run("apply", "-auto-approve");
    assertThat(first.exit()).as(first.err()).isZero();
  }

  private Desk.Run run(String command, String... more) {
    var words = new ArrayList<>(List.of(command, "--sandbox"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  private void edit(String... words) {
    var all = new ArrayList<>(List.of("sandbox", "edit"));
    all.addAll(List.of(words));
    var run = desk.run(all.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private void declare(String before, String after) throws IOException {
    assertThat(YAML).contains(before);
    Files.writeString(directory.resolve("main.yaml"), YAML.replace(before, after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--blame",
        "--no-blame",
        "audit-access=no",
        "audit-bodies=absent",
        "audit-delay=1h"
      })
  void aFieldThatTheYamlChanged(String how) throws IOException {
    declare("Uno", "Due");
    var more = how.startsWith("-") ? new String[] {how} : new String[] {"--knob", how};
    var run = run("drift", with(more, "-detailed-exitcode", "--since=1"));
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out())
        .contains("Note: Objects are not as declared\n")
        .contains("  # profile.acme is declared differently\n", "  # D" + SINCE + "\n")
        .contains("business_name = \"Due\" -> \"Uno\"")
        .contains(": 0 certainly new; 0 were so before", "Drift: 1 drifted, 0 missing")
        .doesNotContain(ELSEWHERE, "has changed", "# by ", "New since", "made it as declared");
  }

  private static String[] with(String[] some, String... more) {
    var all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void everyFormatSaysItInALowerVoice() throws IOException {
    declare("Uno", "Due");
    var formats = List.of("json", "markdown", "html", "sarif", "junit", "csv", "text");
    var words = new ArrayList<>(List.of("--since=1"));
    formats.forEach(one -> words.add("--report=" + one + "=r." + one));
    assertThat(run("drift", words.toArray(String[]::new)).exit()).isZero();
    assertThat(Schemas.drift().complaints(read("r.json"))).isEmpty();
    assertThat(read("r.json"))
        .contains("\"cause\": \"declared\"", "\"novelty\": \"declared\"", "\"new\": 0");
    for (var format : formats.subList(1, formats.size())) {
      assertThat(read("r." + format)).as(format).contains(SINCE).doesNotContain(ELSEWHERE);
    }
    assertThat(read("r.sarif"))
        .contains("\"drift/declared\"", "\"note\"", "declared differently since run 1: business");
    assertThat(read("r.junit")).contains("failures=\"0\"");
    assertThat(read("r.markdown")).contains("`profile.acme` is declared differently");
    assertThat(read("r.html"))
        .contains("As a run of orgform left it; the next apply changes these.")
        .doesNotContain("Somebody changed");
  }

  @Test
  void aMixtureIsToldApartFieldByField() throws IOException {
    declare("Uno", "Due");
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    var run = run("drift", "--since=1", "--report=sarif=r.sarif");
    assertThat(run.out())
        .contains("Note: Objects are not as declared\n", "  # profile.acme has changed\n")
        .containsPattern("  # business_phone: by dana@acme\\.example in the dashboard at ")
        .contains("  # business_name: D" + SINCE + "\n")
        .contains("  # business_phone: New since run 1: run 1 had made it as declared.\n")
        .contains(": 1 certainly new;");
    assertThat(read("r.sarif"))
        .contains("drift/drifted", "has changed outside of orgform: business_phone.")
        .contains("business_name: D" + SINCE);
  }

  @Test
  void whatWasChangedElsewhereIsStillSaidToBe() {
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    for (var more : List.of("--blame", "--no-blame")) {
      assertThat(run("drift", more).out())
          .contains("Note: Objects have changed outside of orgform\n", "profile.acme has changed");
    }
  }

  @Test
  void aMemberThatTheListLost() throws IOException {
    declare(", bob@acme.example", "");
    for (var more : List.of("--blame", "--no-blame")) {
      var run = run("drift", more, "--since=1", "--report=sarif=r.sarif");
      assertThat(run.out())
          .contains("Note: Objects are not as declared\n", "is live, and not on the list\n")
          .contains("  # Run 1 added it; the list does not name it since, and that is not applied")
          .contains(": 0 certainly new;")
          .doesNotContain("was added", "# by ");
      assertThat(read("r.sarif")).contains("drift/declared").doesNotContain("\"error\"");
    }
  }

  @Test
  void whatTheYamlNamesOtherwiseOrNewIsNotGone() throws IOException {
    declare("emea: {name: EMEA}", "emea: {name: Europe}\n      apac: {name: APAC}");
    for (var more : List.of("--blame", "--no-blame")) {
      var run = run("drift", more, "--since=1");
      assertThat(run.out())
          .contains("Note: Objects are not as declared\n", "Drift: 0 drifted, 2 missing")
          .contains("  # D" + SINCE + "\n", ": 0 certainly new;")
          .doesNotContain(ELSEWHERE, "New since");
    }
  }

  @Test
  void whatARunMadeAndIsGoneIsGone() {
    edit("delete", "EMEA");
    assertThat(run("drift", "--no-blame").out())
        .contains("Note: Objects have changed outside of orgform\n", "emea (\"EMEA\") is missing");
  }

  @Test
  void withoutAnyProofNeitherSideIsBlamed() throws IOException {
    declare("Uno", "Due");
    try (var files = Files.walk(directory.resolve(".orgform"))) {
      for (var file :
          files.filter(one -> one.getFileName().toString().startsWith("000001-")).toList()) {
        Files.delete(file);
      }
    }
    var run = run("drift", "--knob", "audit-delay=1h", "--report=sarif=r.sarif");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Note: Objects are not as declared\n", "  # profile.acme is not as declared\n")
        .containsPattern("by nobody known: Nothing since 2[-0-9]+T[:0-9]{8}Z in the audit log")
        .doesNotContain(ELSEWHERE, "declared differently");
    assertThat(read("r.sarif"))
        .contains("profile.acme is not as declared: business_name", "\"warning\"")
        .doesNotContain(ELSEWHERE);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }
}
