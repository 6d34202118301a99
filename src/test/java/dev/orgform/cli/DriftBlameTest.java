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

/** Drift says who did it, as far as the audit log does. */
class DriftBlameTest {
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

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, YAML);
    assertThat(run("apply", "-auto-approve").exit()).isZero();
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
  void eachFieldHasItsOwn() {
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    edit("--as", "eve@acme.example", "--token", "nightly", "profile", "Acme", "business_name=New");
    edit("--as", "fay@acme.example", "delete", "EMEA");
    var run = run("drift", "-detailed-exitcode");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .containsPattern("# by fay@acme.example in the dashboard at 2[^ ]*Z, just now\n")
        .containsPattern(
            "# business_name: by eve@acme.example with the API token \"nightly\" at 2[^ ]*Z, just"
                + " now\n")
        // Eve's profile carries Dana's phone, because a profile is always sent whole.
        .containsPattern(
            "# business_phone: by dana@acme.example in the dashboard at 2[^ ]*Z, just now\n");
  }

  @Test
  void theDocumentSaysAllOfIt() throws IOException {
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    var run = run("drift", "-json", "-out=drift.json");
    assertThat(run.exit()).isZero();
    assertThat(Schemas.drift().complaints(run.out())).isEmpty();
    assertThat(run.out())
        .contains(
            "\"blame\":{\"attributions\":[{\"address\":\"profile.acme\","
                + "\"field\":\"business_phone\",\"who\":\"dana@acme.example\",\"when\":\"2",
            "\"how\":\"in the dashboard\",\"context\":\"dash\",\"ip_address\":\"203.0.113.",
            "\"confidence\":\"exact\",\"reason\":\"The entry carries the value.\"}],"
                + "\"requests\":1}");
    assertThat(Schemas.drift().complaints(Files.readString(directory.resolve("drift.json"))))
        .isEmpty();
  }

  @Test
  void whatWeDidOurselvesIsOurs() throws IOException {
    Files.writeString(directory.resolve("main.yaml"), YAML.replace("EMEA", "Europe"));
    assertThat(run("apply", "-auto-approve", "--base=./then").exit()).isNotZero();
    Files.createDirectory(directory.resolve("then"));
    Files.writeString(directory.resolve("then/main.yaml"), YAML);
    Files.createDirectory(directory.resolve("now"));
    Files.move(directory.resolve("main.yaml"), directory.resolve("now/main.yaml"));
    var applied = run("apply", "-auto-approve", "--base=./then", "now");
    assertThat(applied.exit()).as(applied.err()).isZero();
    var drift = run("drift", "then");
    assertThat(drift.out())
        .containsPattern("# Declared differently since run [0-9]+, and not applied yet\\.\n")
        .contains("Note: Objects are not as declared\n")
        .doesNotContain("# by ");
  }

  @Test
  void withoutTheRightTheReportSaysSoAndGoesOn() {
    edit("rename", "Acme", "Other");
    edit("profile", "Other", "business_phone=2");
    for (var knob : new String[] {"audit-access=no", "audit-actor=absent", "audit-delay=1h"}) {
      var run = run("drift", "--knob", knob, "-detailed-exitcode");
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).as(knob).contains("# by nobody known: ");
    }
    var closed = run("drift", "--knob", "audit-access=no");
    assertThat(closed.out())
        .contains("by nobody known: The audit log may not be read.")
        .contains("Note: The audit log may not be read", "(audit-log-closed)");
  }

  @Test
  void valuesThatTheLogDoesNotCarryMakeItProbable() {
    edit("--as", "dana@acme.example", "profile", "Acme", "business_phone=2");
    assertThat(run("drift", "--knob", "audit-bodies=absent").out())
        .contains("# probably by dana@acme.example in the dashboard at ")
        .contains(": It is the last that can have set it, and carries no value");
  }

  @Test
  void itCanBeSpared() {
    edit("profile", "Acme", "business_phone=2");
    var run = run("drift", "--no-blame");
    assertThat(run.out()).doesNotContain("# by ").contains("Reading took 2 requests.");
    assertThat(run("drift", "--no-blame", "-json").out()).doesNotContain("blame");
    assertThat(run("drift", "--blame-since", "soon").exit()).isEqualTo(64);
  }

  @Test
  void faultsWhileBlamingFailNothing() {
    edit("profile", "Acme", "business_phone=2");
    for (var faults : new String[] {"3:403", "3:500,4:500,5:500,6:500", "3:reset@0,4:html"}) {
      var run = run("drift", "--faults", faults, "--max-wait=1s", "-detailed-exitcode");
      assertThat(run.exit()).as(faults + run.err()).isIn(2, 64);
    }
  }
}
