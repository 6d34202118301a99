package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say yes to an apply, and how. */
class ApprovalTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.ONE);
  }

  private String estate() {
    return desk.run("sandbox", "edit", "list").out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\n", "yes", "  yes  \n", "yes\r\n", "yes\nno\n"})
  void yes(String typed) {
    var run = desk.typing(typed).run("apply", "--sandbox");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("Only 'yes' will be accepted to approve.", "Enter a value: \n");
    assertThat(estate()).contains("Acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no\n", "y\n", "YES\n", "\n", "yes please\n", "ｙes\n"})
  void anythingElse(String typed) {
    var run = desk.typing(typed).run("apply", "--sandbox");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).endsWith("Apply cancelled.\n");
    assertThat(estate()).doesNotContain("Acme");
  }

  @Test
  void nobodyThere() {
    var run = desk.run("apply", "--sandbox");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("Enter a value: \n\n╷\n│ Error: The input ended without an answer")
        .contains("-auto-approve");
    assertThat(estate()).doesNotContain("Acme");
  }

  @Test
  void askingIsForbidden() {
    var run = desk.typing("yes\n").run("apply", "--sandbox", "-input=false");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("(not-approved)").doesNotContain("Enter a value");
    assertThat(estate()).doesNotContain("Acme");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "woodpecker"})
  void automation(String ci) {
    var run = desk.with("CI", ci).typing("yes\n").run("apply", "--sandbox");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Nobody is there to approve the plan");
    assertThat(estate()).doesNotContain("Acme");
    assertThat(desk.with("CI", ci).run("apply", "--sandbox", "-auto-approve").exit()).isZero();
  }

  @Test
  void automationThatIsNone() {
    assertThat(desk.with("CI", "false").typing("yes\n").run("apply", "--sandbox").exit()).isZero();
  }

  @Test
  void nothingToDoAsksNobody() {
    desk.run("apply", "--sandbox", "-auto-approve");
    var run = desk.run("apply", "--sandbox", "-input=false");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Apply complete! Resources: 0 added, 0 changed, 0 destroyed.");
  }

  @Test
  void atATerminalThePersonEndsTheLine() {
    var person = desk.on(new Shell.Terminals(true, false, false)).typing("yes\n");
    assertThat(person.run("apply", "--sandbox").err())
        .contains("Enter a value: organization.acme: Creating...\n");
  }

  @Test
  void aPersonTypesHowManyStepsCannotBeUndone() throws IOException {
    var live = Wishes.layLive(directory, Wishes.REMOVAL);
    var unread = live.typing("yes\n").run("apply", "--sandbox", "--allow-delete");
    assertThat(unread.exit()).isEqualTo(3);
    assertThat(unread.err()).contains("(one-way-not-accepted)");

    var counted = live.typing("1\nyes\n").run("apply", "--sandbox", "--allow-delete");
    assertThat(counted.exit()).as(counted.both()).isZero();
    assertThat(counted.err()).contains("Only Cloudflare Support can undo 1 of these steps");
    assertThat(estate()).doesNotContain("Acme");
  }
}
