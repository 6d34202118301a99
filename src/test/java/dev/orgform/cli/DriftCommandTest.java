package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes things in the dashboard, and drift tells each sort apart. */
class DriftCommandTest {
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  private static final Pattern TIME = Pattern.compile("2[0-9]{3}-[0-9:.T-]+Z");

  private static final String YAML =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Acme}
          organizations:
            emea: {name: EMEA}
            apac: {name: APAC, profile: {business_phone: "1"}}
      """;

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, YAML);
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
  }

  private Desk.Run drift(String... more) {
    var words = new String[more.length + 2];
    words[0] = "drift";
    words[1] = "--sandbox";
    System.arraycopy(more, 0, words, 2, more.length);
    return desk.run(words);
  }

  private void edit(String... words) {
    var all = new String[words.length + 2];
    all[0] = "sandbox";
    all[1] = "edit";
    System.arraycopy(words, 0, all, 2, words.length);
    assertThat(desk.run(all).exit()).isZero();
  }

  private static String withoutIds(String text) {
    return TIME.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("TIME");
  }

  @Test
  void nothing() {
    var run = drift("-detailed-exitcode");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            No drift. What is declared is so.
            Drift: 0 drifted, 0 missing, 0 unmanaged, 0 ignored.
            Coverage: 3 of 3 live organizations are managed.
            Reading took 3 requests.
            """);
  }

  @Test
  void everySort() throws IOException {
    Files.writeString(
        directory.resolve("orgform.guard.yaml"),
        "version: 1\nignore:\n  - {address: profile.apac, fields: [business_phone]}\n");
    edit("profile", "Acme", "business_name=Other");
    edit("profile", "APAC", "business_phone=2");
    edit("rename", "EMEA", "Europe");
    edit("create", "Globex");
    edit("create", "Globex Asia", "under", "Globex");

    var run = drift();
    assertThat(run.exit()).isZero();
    assertThat(withoutIds(run.out()))
        .isEqualTo(
            """
            Note: Objects have changed outside of orgform

              # organization.emea ("EMEA") is missing
              # (declared at main.yaml:7:7, and nothing live matches it)
              # by somebody@sandbox.invalid in the dashboard at TIME, just now
              - organization "emea"

              # profile.acme has changed
              # (declared at main.yaml:5:5)
              # by somebody@sandbox.invalid in the dashboard at TIME, just now
              ~ profile "acme" {
                  ~ business_name = "Acme" -> "Other"
                }

            To have it as declared, run orgform apply, with --converge where you use
            --base; to keep what is live, write that into the YAML.

            Note: not as declared where the guard file ignores it (1):
                profile.apac: business_phone

            Note: live, declared nowhere, and left alone (3):
                organization "Europe" [id=ID] under organization.acme
                organization "Globex" [id=ID]
                organization "Globex Asia" [id=ID] under organization.id:ID

            ╷
            │ Warning: organization.emea may exist under another name
            │
            │   on main.yaml line 7, column 7:
            │     7:       emea: {name: EMEA}
            │              ^^^^
            │
            │ Under the same parent lives what no file declares: "Europe"
            │ (ID). If one of these was renamed, it would be made a second
            │ time.
            │
            │ If one was, pin it with `id`, or write its live name under `previously`. If not, go on.
            │
            │ (possible-rename)
            ╵

            Drift: 1 drifted, 1 missing, 3 unmanaged, 1 ignored.
            Coverage: 2 of 5 live organizations are managed.
            Reading took 3 requests, and finding out who did it 1 more.
            """);
    assertThat(drift("-detailed-exitcode").exit()).isEqualTo(2);
    assertThat(drift("-detailed-exitcode").out()).isEqualTo(run.out());
  }

  @Test
  void whatNobodyDeclaresIsNoDrift() {
    edit("create", "Labs", "under", "Acme");
    var run = drift("-detailed-exitcode");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Note: live, declared nowhere").contains("\nNo drift.");
  }

  @Test
  void whatIsToBeRemovedAndStillThere() throws IOException {
    edit("create", "Labs", "under", "Acme");
    var found = ID.matcher(drift().out());
    assertThat(found.find()).isTrue();
    desk =
        Wishes.lay(
            directory, YAML + "removed:\n  - {organization: " + found.group() + ", name: Labs}\n");

    var run = drift("-detailed-exitcode");
    assertThat(run.exit()).isZero();
    assertThat(withoutIds(run.out()))
        .contains(
            "Note: to be removed, and still there (1):\n"
                + "    organization \"Labs\" [id=ID] under organization.acme, as `removed` says at"
                + " main.yaml:10:5\n")
        .contains(" 0 unmanaged, ", "Coverage: 3 of 4 live organizations are managed.");
  }

  @Test
  void aPlanWithABaseCountsWhatItDoesNotTouchAndLeavesItAlone() throws IOException {
    Files.createDirectory(directory.resolve("head"));
    Files.createDirectory(directory.resolve("before"));
    Files.writeString(directory.resolve("before/main.yaml"), YAML);
    Files.writeString(
        directory.resolve("head/main.yaml"), YAML.replace("name: APAC", "name: Asia"));
    edit("profile", "Acme", "business_name=Other");

    var plan = desk.run("plan", "--sandbox", "--base=./before", "head");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("Note: 1 object changed outside of orgform where this plan changes nothing;")
        .contains("declared, add --converge; to keep what is live, write that into the YAML.\n")
        .contains("Plan: 0 to add, 1 to change, 0 to destroy.\n");
    assertThat(desk.run("plan", "--sandbox", "--base=./before", "--converge", "head").out())
        .doesNotContain("Objects have changed")
        .contains("Plan: 0 to add, 2 to change, 0 to destroy.\n");
    Files.writeString(directory.resolve("head/main.yaml"), YAML);
    assertThat(desk.run("plan", "--sandbox", "--base=./before", "head").out())
        .contains("No changes. The YAML asks for nothing new, and drift is left alone.");
  }

  @Test
  void aDocumentAndNothingElseOnStdout() throws IOException {
    edit("profile", "Acme", "business_name=Other");
    Files.writeString(directory.resolve("notes.yaml"), "a: b\n");
    var run = drift("-json", "-detailed-exitcode", "-out=drift.json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).hasLineCount(1);
    assertThat(Schemas.drift().complaints(run.out())).isEmpty();
    assertThat(run.err().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(Schemas.event().complaints(line)).isEmpty());
    assertThat(run.err()).contains("skipped-file");
    var file = directory.resolve("drift.json");
    assertThat(Schemas.drift().complaints(Files.readString(file))).isEmpty();
    assertThat(drift("-out=drift.json").exit()).as("written over itself").isZero();
  }

  @Test
  void aReadingThatIsNotWholeIsNoReport() {
    for (var faults : new String[] {"1:403", "2:403", "1:500,2:500,3:500,4:500,5:500,6:500"}) {
      var run = drift("--faults", faults, "--max-wait=1s", "-out=drift.json");
      assertThat(run.exit()).as(faults + run.err()).isNotZero().isNotEqualTo(2);
      assertThat(run.out()).as(faults).isEmpty();
      assertThat(run.err()).contains("The reading is not whole, so nothing is said about drift.");
      assertThat(directory.resolve("drift.json")).doesNotExist();
    }
    var json = drift("--faults", "1:403", "-json");
    assertThat(json.out()).isEmpty();
    assertThat(json.err()).contains("\"type\":\"diagnostic\"");
  }

  @Test
  void aFileThatMustStay() {
    var run = drift("-out=main.yaml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("The drift document cannot be written to \"main.yaml\"", "not a drift document");
    assertThat(drift("-out=no/such/folder.json").err()).contains("does not exist");
  }

  @Test
  void aConfigurationThatIsNone() throws IOException {
    desk = Wishes.lay(directory, "version: 2\n");
    assertThat(drift("-detailed-exitcode").exit()).isEqualTo(65);
  }
}
