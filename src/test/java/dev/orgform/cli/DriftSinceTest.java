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

/** What is new since a run, as far as its journal and the audit log prove it. */
class DriftSinceTest {
  private static final String YAML =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Acme, business_phone: "1"}
          organizations:
            emea: {name: EMEA}
      """;

  @TempDir Path directory;
  private Desk desk;

  /** Run 1 makes all; Dana changes something; run 2 gives EMEA a profile, and nothing else. */
  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, YAML);
    assertThat(run("apply", "-auto-approve").exit()).isZero();
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    Files.writeString(
        directory.resolve("main.yaml"),
        YAML.replace("EMEA", "EMEA, profile: {business_phone: \"5\"}"));
    var second = run("apply", "-auto-approve", "-target=profile.emea");
    assertThat(second.exit()).as(second.err()).isZero();
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

  @Test
  void whatTheLogHasBeforeIsOnlyCounted() {
    var run = run("drift", "--since", "2", "-detailed-exitcode");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("No drift. Nothing is new.\n")
        .containsPattern(
            "Since run 2, which ended at 2[^ ]*Z: 0 certainly new; 1 was so before and is not")
        .contains("Drift: 0 drifted, 0 missing")
        .doesNotContain("profile.acme");
    assertThat(run("drift", "-detailed-exitcode").exit()).isEqualTo(2);
  }

  @Test
  void whatTheLogHasLaterIsNew() {
    edit("--as", "eve@acme.example", "profile", "Acme", "business_name=New");
    var run = run("drift", "--since=2", "-detailed-exitcode");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("  # business_name: New since run 2: the audit log has it later.\n")
        .contains("  # business_phone: It was so before run 2 ended, as the audit log says.\n")
        .contains(": 1 certainly new; 0 were so before");
  }

  @Test
  void whatARunMadeAndIsNotSoIsNewWithoutAnyLog() {
    edit("profile", "EMEA", "business_phone=6");
    var second = run("drift", "--since=2", "--no-blame");
    assertThat(second.out())
        .contains("  # New since run 2: run 2 had made it as declared.\n")
        .contains("  # Nothing says whether it was so before run 2 ended.\n")
        .contains("Drift: 2 drifted, 0 missing", ": 1 certainly new; 0 were so before");
    assertThat(run("drift", "--since=1", "--no-blame").out())
        .contains("  # New since run 1: run 1 had made it as declared.\n")
        .contains("  # New since run 1: run 2 had made it as declared.\n")
        .contains("Drift: 2 drifted, 0 missing", ": 2 certainly new; 0 were so before");
  }

  @Test
  void whatIsGoneAndWasMadeByARunIsNew() {
    edit("delete", "EMEA");
    assertThat(run("drift", "--since=2", "--no-blame").out())
        .contains("# organization.emea (\"EMEA\") is missing\n")
        .contains("  # Nothing says whether it was so before run 2 ended.\n");
    assertThat(run("drift", "--since=1", "--no-blame").out())
        .contains("  # New since run 1: run 1 had made it as declared.\n");
  }

  @Test
  void everyFormatSaysIt() throws IOException {
    edit("--as", "eve@acme.example", "profile", "Acme", "business_name=New");
    edit("profile", "EMEA", "business_phone=6");
    var formats = List.of("json", "markdown", "html", "sarif", "junit", "csv", "text");
    var words = new ArrayList<>(List.of("--since=2"));
    formats.forEach(one -> words.add("--report=" + one + "=r." + one));
    var run = run("drift", words.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Schemas.drift().complaints(read("r.json"))).isEmpty();
    assertThat(read("r.json")).contains("\"novelty\": \"new\"", "\"new\": 2", "\"known\": []");
    for (var format : formats.subList(1, formats.size())) {
      assertThat(read("r." + format)).as(format).contains("run 2 had made it as declared.");
      assertThat(read("r." + format).contains("eve@acme.example"))
          .as(format)
          .isEqualTo(!format.equals("markdown"));
    }
    assertThat(read("r.markdown")).contains("- Since run 2: 0 objects were not as declared before");
    assertThat(read("r.html")).contains("Since run 2", "just now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "-1", "soon", "20261121T080000Z-5e3a91c7", "\u001b[2J"})
  void aRunThatIsNone(String word) {
    var run = run("drift", "--since=" + word);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("There is no run ", "History keeps 2 runs of this estate.", "orgform history")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void nothingWasEverApplied(@TempDir Path other) throws IOException {
    var run = Wishes.lay(other, YAML).run("drift", "--sandbox", "--since=1");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("Nothing was applied to this estate from this store yet.");
  }

  @Test
  void byItsIdAndPastAnUnreadableOne() throws IOException {
    var id = run("history").out().lines().toList().getFirst().strip().split("  ", 4)[2];
    assertThat(run("drift", "--since", id).out()).contains("Since run 2, which ended at ");
    try (var files = Files.walk(directory.resolve(".orgform"))) {
      var second =
          files
              .filter(file -> file.getFileName().toString().startsWith("000002-"))
              .findFirst()
              .orElseThrow();
      Files.writeString(second, "torn\n" + Files.readString(second));
    }
    assertThat(run("drift", "--since=2").exit()).isEqualTo(1);
    assertThat(run("drift", "--since=1").out()).contains("Since run 1, which ended at ");
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }
}
