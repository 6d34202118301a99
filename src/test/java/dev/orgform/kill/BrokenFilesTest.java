package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a run leaves behind, broken: the next one goes on, or refuses in words. */
@Tag("process")
class BrokenFilesTest {
  @TempDir Path directory;
  private Scene scene;

  @BeforeEach
  void applied() throws Exception {
    scene = new Scene(directory);
    assertThat(scene.apply().exit()).isZero();
    // As a run that was killed leaves it.
    Files.writeString(
        estate().resolve("holder.json"),
        """
        {"pid":1,"host":"here","user":"bob","since":"2026-11-21T08:00:00Z","command":"apply",\
        "run":"r1"}\
        """);
  }

  private Path estate() throws IOException {
    try (var estates = Files.list(directory.resolve(".orgform/estates"))) {
      return estates.findFirst().orElseThrow();
    }
  }

  /** Cuts a file at every byte, and puts it back each time. */
  private int cut(Path file, List<Integer> exits) throws IOException {
    var whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      var about = file.getFileName() + " cut at byte " + length;
      Files.write(file, Arrays.copyOf(whole, length));
      goesOnOrRefuses(about, exits);
      Files.write(file, whole);
    }
    return whole.length;
  }

  private int goesOnOrRefuses(String about, List<Integer> exits) {
    int before = scene.door().requests();
    var run = scene.here("apply", "-auto-approve");
    assertThat(run.exit()).as("%s\n%s", about, run.both()).isIn(exits);
    assertThat(run.both()).as(about).doesNotContain("\tat ", "Exception");
    if (run.exit() != 0) {
      assertThat(run.err()).as(about).contains("Error: ");
      assertThat(scene.door().requests()).as("%s: nothing is sent", about).isEqualTo(before);
    }
    assertThat(scene.sandbox().ledger().created()).as(about).hasSize(Scene.ORGANIZATIONS);
    return run.exit();
  }

  @Test
  void whatSaysWhoHoldsTheLockBlocksNobody() throws Exception {
    int cuts = cut(estate().resolve("holder.json"), List.of(0));
    cuts += cut(estate().resolve("lock"), List.of(0));
    System.out.printf("The holder's file cut: %d cuts%n", cuts);
  }

  @Test
  void aFolderThatSaysNoLongerWhoseItIsIsNotTouched() throws Exception {
    int cuts = cut(estate().resolve("estate.json"), List.of(1));
    System.out.printf("The estate's file cut: %d cuts%n", cuts);
  }

  @Test
  void aBrokenMiddleIsRefusedInWords() throws Exception {
    var journal = newest();
    var whole = Files.readAllBytes(journal);
    var lines = new ArrayList<Integer>();
    for (int i = 0; i < whole.length - 1; i++) {
      if (whole[i] == '\n') {
        lines.add(i);
      }
    }
    assertThat(lines).hasSizeGreaterThan(50);
    for (int end : lines) {
      var broken = whole.clone();
      broken[end - 1] ^= 1;
      Files.write(journal, broken);
      goesOnOrRefuses("broken at byte " + (end - 1), List.of(1));
      var run = scene.here("apply", "-auto-approve");
      assertThat(run.err()).contains(journal.getFileName() + " is damaged", "backup");
    }
    Files.write(journal, whole);
    assertThat(scene.here("apply", "-auto-approve").exit()).isZero();
    System.out.printf("The journal broken in the middle: %d lines, all refused%n", lines.size());
  }

  private Path newest() throws IOException {
    try (var files = Files.list(estate())) {
      return files
          .filter(file -> file.toString().endsWith(".journal"))
          .max(Path::compareTo)
          .orElseThrow();
    }
  }
}
