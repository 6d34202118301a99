package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back to before a run, from history alone. */
class RollbackCommandTest {
  private static final String MORE =
      """
      version: 1
      organizations:
        acme:
          name: Acme Corporation
          previously: [Acme]
          organizations:
            labs: {name: Labs}
      """;

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void applyTwice() throws IOException {
    desk = Wishes.lay(directory, Wishes.ONE);
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    Files.writeString(directory.resolve("main.yaml"), MORE);
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
  }

  private String estate() {
    return desk.run("sandbox", "edit", "list").out();
  }

  private String hash(Desk.Run refused) {
    return refused.both().replaceAll("(?s).*(--accept-one-way=[0-9a-f]{12}).*", "$1");
  }

  @Test
  void theSecondApplyIsUndone() {
    var refused = desk.run("rollback", "--to", "2", "--sandbox", "-auto-approve");
    assertThat(refused.exit()).as(refused.both()).isEqualTo(3);
    assertThat(refused.err()).contains("(deletion-not-allowed)", "(one-way-not-accepted)");
    assertThat(estate()).contains("Acme Corporation", "Labs");

    var undone =
        desk.run(
            "rollback", "--to=2", "--sandbox", "-auto-approve", "--allow-delete", hash(refused));
    assertThat(undone.exit()).as(undone.both()).isZero();
    assertThat(estate())
        .as(undone.both())
        .startsWith("Acme  ")
        .doesNotContain("Labs", "Corporation");
    assertThat(desk.run("history", "--sandbox").out()).contains("rollback");
  }

  /** No file asks for any of it, and none is changed. */
  @Test
  void itSaysWhatWasSoBeforeAndThatTheFilesStay() {
    var first = desk.run("rollback", "--to=2", "--sandbox", "-auto-approve");
    assertThat(first.out())
        .contains("# (because name is not as before run 2)")
        .contains("# (because it was not there before run 2)")
        .contains("Where the files still ask for what run 2 and later ones did, the next")
        .doesNotContain("declared", "`removed`");
    desk.run("rollback", "--to=2", "--sandbox", "-auto-approve", "--allow-delete", hash(first));

    var again = desk.run("rollback", "--to=2", "--sandbox", "-auto-approve");
    assertThat(again.exit()).as(again.both()).isZero();
    assertThat(again.out())
        .contains("No changes. All that a rollback can bring back is as it was.")
        .doesNotContain("(already-removed)");
    assertThat(desk.run("rollback", "--to=2", "--sandbox", "--adopt").exit()).isEqualTo(64);
  }

  @Test
  void theGuardFileHolds() throws IOException {
    Files.writeString(
        directory.resolve("orgform.guard.yaml"), "version: 1\nlimits:\n  deletes: {count: 0}\n");
    var refused = desk.run("rollback", "--to=2", "--sandbox", "-auto-approve", "--allow-delete");
    assertThat(refused.exit()).as(refused.both()).isEqualTo(3);
    assertThat(refused.both()).contains("(limit-exceeded)");
    assertThat(estate()).contains("Labs");
  }

  @Test
  void thereMustBeSuchARun() {
    var run = desk.run("rollback", "--to=99", "--sandbox");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("There is no such run");
    assertThat(desk.run("rollback", "--sandbox").exit()).isEqualTo(64);
  }
}
