package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes things in the dashboard, and plan sees it. */
class SandboxEditCommandTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.PROFILE);
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
  }

  private Desk.Run edit(String... words) {
    var all = new String[words.length + 2];
    all[0] = "sandbox";
    all[1] = "edit";
    System.arraycopy(words, 0, all, 2, words.length);
    return desk.run(all);
  }

  private String plan() {
    return desk.run("plan", "--sandbox").out();
  }

  @Test
  void list() {
    assertThat(edit("list").out()).startsWith("Acme  ").contains("(profile)").hasLineCount(1);
    assertThat(edit().out()).isEqualTo(edit("list").out());
  }

  @Test
  void membersAndAccounts() {
    assertThat(edit("list", "Acme").out())
        .contains("member   you@sandbox.invalid  active, created it");
    assertThat(edit("invite", "Acme", "alice@acme.example").exit()).isZero();
    assertThat(edit("accept", "Acme", "alice@acme.example").err())
        .contains("cannot accept without two-factor authentication");
    assertThat(edit("two-factor", "alice@acme.example", "on").exit()).isZero();
    assertThat(edit("accept", "Acme", "alice@acme.example").out()).contains("accepted.");
    assertThat(edit("add-account", "edge", "under", "Acme").exit()).isZero();
    assertThat(edit("list").out()).contains("(2 members, 1 account)");
    assertThat(edit("delete", "Acme").err()).contains("it has 1 account");
    assertThat(plan()).startsWith("No changes.");
  }

  @Test
  void aProfileThatDrifts() {
    assertThat(edit("profile", "Acme", "business_name=Other", "business_phone=+1").exit()).isZero();
    assertThat(plan())
        .contains("~ business_name = \"Other\" -> \"Acme\"")
        .doesNotContain("business_phone");
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    assertThat(plan()).startsWith("No changes.");
  }

  @Test
  void aRenameThatLooksLikeAnother() {
    assertThat(edit("rename", "Acme", "Acme Worldwide").out()).contains("Renamed \"Acme\"");
    assertThat(plan()).contains("Plan: 2 to add, 0 to change, 0 to destroy.");
    assertThat(plan()).contains("organization.acme may exist under another name");
  }

  @Test
  void aChildThatNobodyDeclared() {
    assertThat(edit("create", "Labs", "under", "Acme").exit()).isZero();
    assertThat(plan()).contains("organization \"Labs\"", "under organization.acme", "No changes.");
    assertThat(edit("delete", "Acme").exit()).as("not empty").isEqualTo(64);
    assertThat(edit("delete", "Labs").exit()).isZero();
    assertThat(edit("delete", "Acme").exit()).isZero();
    assertThat(plan()).contains("Plan: 2 to add");
  }

  @Test
  void whatCannotBeDone() {
    assertThat(edit("renam", "a", "b").err()).contains("Did you mean \"rename\"?");
    assertThat(edit("rename", "Acne", "b").err()).contains("Did you mean \"Acme\"?");
    assertThat(edit("rename", "Acme").err()).contains("rename ID|NAME NEW-NAME");
    assertThat(edit("create", "").err()).contains("cannot be empty");
    assertThat(edit("profile", "Acme", "busines_name=x").err()).contains("\"business_name\"");
    assertThat(edit("profile", "Acme", "business_name").exit()).isEqualTo(64);
    assertThat(edit("frob").both()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aNameLikeAFlag() {
    assertThat(edit("create", "-x").exit()).isEqualTo(64);
    assertThat(edit("--", "create", "-x").exit()).isZero();
  }

  @Test
  void anotherStore() {
    assertThat(edit("--store", "elsewhere", "create", "Globex").exit()).isZero();
    assertThat(edit("list").out()).doesNotContain("Globex");
    assertThat(edit("list", "--store", "elsewhere").out()).startsWith("Globex");
  }

  @Test
  void knobsAreListedWithTheirValues() {
    assertThat(desk.run("sandbox", "--list-knobs").out())
        .contains("missing-profile=404|null|blank", "default: 404")
        .doesNotContain("sha256");
  }

  @Test
  void aPortThatDoesNotExist() {
    var run = desk.run("sandbox", "--port", "99999");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("There is no port 99999").doesNotContain("defect");
  }

  @Test
  void aSeedThatIsNone() {
    assertThat(desk.run("sandbox", "--seed", "nowhere.json").exit()).isEqualTo(64);
    assertThat(desk.run("sandbox", "--seed", "main.yaml").err()).contains("not JSON");
  }
}
