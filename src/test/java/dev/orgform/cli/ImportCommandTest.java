package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is live is written so that it plans nothing, and never over anything. */
class ImportCommandTest {
  private static final String SECRET = "sandbox-key-0000000000000000000000000";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void live() throws IOException {
    desk = Desk.in(directory);
    keep(
        """
        {"organizations": [
          {"id": "aa01", "name": "Acme", "profile": {"business_name": "Acme", "business_email": "",
            "business_phone": "", "business_address": "{\\"zip\\": \\"0123\\"}",
            "external_metadata": "{\\"cost\\": 4711, \\"tier\\": \\"1\\"}"}},
          {"id": "aa02", "name": "EMEA", "parent": "aa01"},
          {"id": "aa03", "name": "Sales", "parent": "aa02"},
          {"id": "bb01", "name": "Globex"},
          {"id": "bb02", "name": "Sales", "parent": "bb01"}]}
        """);
  }

  private void keep(String estate) {
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    Estate.parse("estate", estate).save(store.sandboxEstate());
  }

  private Desk.Run imported(String... more) {
    var words = new ArrayList<>(List.of("import", "--sandbox"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void oneFileOnStdout() {
    var run = imported();
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            # Written by `orgform import` from what is live at sandbox: 5 organizations.
            # What stands here is managed from now on; delete what shall be left alone.
            version: 1
            organizations:
              acme:
                name: Acme
                id: aa01
                profile:
                  business_name: Acme
                  business_address:
                    zip: "0123"
                  external_metadata:
                    cost: 4711
                    tier: "1"
                organizations:
                  emea:
                    name: EMEA
                    id: aa02
                    organizations:
                      sales-aa03:
                        name: Sales
                        id: aa03
              globex:
                name: Globex
                id: bb01
                organizations:
                  sales-bb02:
                    name: Sales
                    id: bb02
            """);
  }

  @Test
  void filesThatPlanNothing() {
    var run = imported("--out", "organizations", "--split");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo("Wrote organizations/acme.yaml\nWrote organizations/globex.yaml\n");
    assertThat(directory.resolve("organizations")).isDirectoryNotContaining("glob:**.tmp");
    var plan = desk.run("plan", "organizations", "--sandbox", "-detailed-exitcode");
    assertThat(plan.exit()).as(plan.out() + plan.err()).isZero();
  }

  @Test
  void partsById() {
    assertThat(imported("aa02", "bb01").out())
        .contains("4 organizations.", "  emea:\n", "sales-aa03", "  globex:\n")
        .doesNotContain("aa01", "parent:");
    assertThat(imported("nowhere").exit()).isEqualTo(3);
    assertThat(imported("nowhere").err()).contains("No live organization has the id \"nowhere\"");
  }

  @Test
  void theTimeStandsThereOnlyWhereItIsAskedFor() {
    desk = desk.at(Clock.fixed(Instant.parse("2026-12-01T09:30:00.5Z"), ZoneOffset.UTC));
    assertThat(imported("--dated").out()).contains("\n# Read at 2026-12-01T09:30:00Z.\n");
    assertThat(imported().out()).doesNotContain("2026");
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    write("out/globex.yaml", "mine");
    write("out/acme.yaml", "mine");
    var run = imported("--out", "out", "--split");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("a file already: out/acme.yaml", "a file already: out/globex.yaml");
    assertThat(directory.resolve("out/acme.yaml")).hasContent("mine");
    Files.delete(directory.resolve("out/acme.yaml"));
    assertThat(imported("--out", "out", "--split").exit()).isEqualTo(3);
    assertThat(directory.resolve("out/acme.yaml")).doesNotExist();
  }

  @Test
  void onlyWhatIsMissing() throws IOException {
    write(
        "teams/acme.yaml",
        """
        version: 1
        organizations:
          acme: {name: Acme, organizations: {sales: {name: EMEA}}}
        removed: [{organization: bb02, name: Sales}]
        """);
    var run = imported("--missing", "--config", "teams", "--out", "teams");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(directory.resolve("teams/unmanaged.yaml")))
        .endsWith(
            """
            version: 1
            organizations:
              globex:
                name: Globex
                id: bb01
              sales-aa03:
                name: Sales
                id: aa03
                parent: sales
            """);
    assertThat(desk.run("plan", "teams", "--sandbox").out()).contains("1 to destroy");
    var again = imported("--missing", "--config", "teams");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("There is nothing to write.");
    assertThat(imported("--config", "teams").exit()).isEqualTo(64);
    assertThat(imported("--missing", "--config", "nowhere").exit()).isEqualTo(65);
  }

  @Test
  void theCredentialItselfIsNeverWritten() {
    desk.run("sandbox", "edit", "profile", "Acme", "business_phone=x " + SECRET);
    desk.run("sandbox", "edit", "profile", "Globex", "business_phone=[secret]");
    var run = imported();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "# Left out: profile.acme business_phone. It holds the very credential that read it,")
        .doesNotContain(SECRET, "business_phone:");
    assertThat(run.err()).contains("Left out: field business_phone of profile.acme");
    desk.run("sandbox", "edit", "profile", "Acme", "business_phone=1");
    assertThat(imported().out()).contains("business_phone: \"[secret]\"");
  }

  @Test
  void aNameThatNobodyCanSeeIsLeftOut() {
    desk.run("sandbox", "edit", "rename", "EMEA", "\u200b \u2060");
    var run = imported("--out", "out");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("Left out: organization.id:aa02");
    assertThat(desk.run("plan", "out", "--sandbox", "-detailed-exitcode").exit()).isZero();
  }

  @Test
  void deepTreesAreFlatBelow() {
    var estate = new StringBuilder("{\"organizations\": [{\"id\": \"o0\", \"name\": \"o0\"}");
    for (int i = 1; i < 300; i++) {
      estate.append(",{\"id\":\"o%d\",\"name\":\"o%d\",\"parent\":\"o%d\"}".formatted(i, i, i - 1));
    }
    keep(estate + "]}");
    assertThat(imported("--out", "out").exit()).isZero();
    assertThat(desk.run("plan", "out", "--sandbox", "-detailed-exitcode").exit()).isZero();
  }

  @Test
  void whatIsTooBigForOneFileGoesOn() throws IOException {
    var estate = new StringBuilder("{\"organizations\": [{\"id\": \"o0\", \"name\": \"o0\"}");
    var text = "x".repeat(140_000);
    for (int i = 1; i < 12; i++) {
      estate.append(
          ",{\"id\":\"o%d\",\"name\":\"o%d\",\"parent\":\"o0\",\"profile\":{\"business_name\":\"%s\"}}"
              .formatted(i, i, text));
    }
    keep(estate + "]}");
    assertThat(imported().exit()).isEqualTo(64);
    assertThat(imported("--out", "out").out())
        .isEqualTo("Wrote out/organizations.2.yaml\nWrote out/organizations.yaml\n");
    assertThat(desk.run("plan", "out", "--sandbox", "-detailed-exitcode").exit()).isZero();
    desk.run("sandbox", "edit", "profile", "o1", "business_name=" + "x".repeat(150_001));
    assertThat(imported("--out", "more").err()).contains("It is over 150000 bytes long.");
  }

  @Test
  void aReadingThatIsNotWholeWritesNothing() {
    for (var faults : new String[] {"1:403", "2:403", "3:500,4:500,5:500,6:500,7:500,8:500"}) {
      var run = imported("--faults", faults, "--max-wait=1s", "--parallelism=1", "--out", "out");
      assertThat(run.exit()).as(faults).isNotZero();
      assertThat(directory.resolve("out")).doesNotExist();
    }
  }

  @Test
  void anEmptyEstate() {
    keep("{\"organizations\": []}");
    assertThat(imported("--out", "out").err()).contains("There is nothing to write.");
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
