package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that is damaged is no misuse, and there is a way out. */
class SandboxResetCommandTest {
  @TempDir private Path folder;
  private Desk desk;
  private Path estate;

  @BeforeEach
  void oneOrganization() {
    desk = Desk.in(folder);
    estate = folder.resolve(".orgform/sandbox.json");
    assertThat(desk.run("sandbox", "edit", "create", "Acme").exit()).isZero();
  }

  @Test
  void aDamagedEstateIsTheStoresTroubleForEveryCommand() throws IOException {
    Files.writeString(folder.resolve("o.yaml"), "version: 1\norganizations: {a: {name: A}}\n");
    Files.writeString(estate, "{\"organizations\": [");

    for (var command :
        new String[][] {
          {"plan", "--sandbox"}, {"sandbox", "edit", "list"}, {"sandbox", "--port", "0"}
        }) {
      var run = desk.run(command);
      assertThat(run.exit()).as(run.both()).isEqualTo(1);
      assertThat(run.err()).contains("store-unusable", "sandbox.json", "orgform sandbox reset");
    }
  }

  @Test
  void whereTheDiskIsInTheWayNobodyIsToldToDestroyAnything() throws IOException {
    var lock = estate.resolveSibling("sandbox.json.lock");
    Files.delete(lock);
    Files.createDirectory(lock);

    var run = desk.run("sandbox", "edit", "list");
    assertThat(run.exit()).as(run.both()).isEqualTo(1);
    assertThat(run.err())
        .contains("store-unusable", "Nothing is lost.", "make room", "--store DIR")
        .doesNotContain("orgform sandbox reset");
  }

  @Test
  void saysWhatItWillDoAndAsks() {
    var run = desk.typing("yes\n").run("sandbox", "reset");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("sandbox.json", "it holds 1", "The sandbox is empty.");
    assertThat(run.err()).contains("Only 'yes' will be accepted");
    assertThat(desk.run("sandbox", "edit", "list").out()).doesNotContain("Acme");
  }

  @Test
  void whoDoesNotSayYesKeepsEverything() {
    assertThat(desk.typing("no\n").run("sandbox", "reset").exit()).isEqualTo(3);
    assertThat(desk.with("CI", "true").run("sandbox", "reset").exit()).isEqualTo(3);
    assertThat(desk.run("sandbox", "edit", "list").out()).contains("Acme");
  }

  @Test
  void mendsWhatCannotBeRead() throws IOException {
    Files.writeString(estate, "no json");

    var run = desk.run("sandbox", "reset", "-auto-approve");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("which cannot be read");
    assertThat(desk.run("sandbox", "edit", "list").exit()).isZero();
  }

  @Test
  void whereThereIsNoneNothingIsMade(@TempDir Path other) {
    assertThat(Desk.in(other).run("sandbox", "reset").exit()).isZero();
    assertThat(other.resolve(".orgform/sandbox.json")).doesNotExist();
  }
}
