package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans in files: where they may go, who may read them, and what is not one. */
class PlanFileTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.PROFILE);
  }

  private Desk.Run out(String file) {
    return desk.run("plan", "--sandbox", "-out=" + file);
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assertThat(out("p.json").err()).contains("Saved the plan to: p.json");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("p.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void takesThePlaceOfAnOlderOne() throws IOException {
    var file = directory.resolve("p.json");
    Files.writeString(file, "{\"older\": 1}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(out("p.json").exit()).isZero();
    assertThat(desk.run("show", "p.json").exit()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void neverTakesThePlaceOfWhatIsNoPlan() throws IOException {
    var file = directory.resolve("mine.yaml");
    Files.writeString(file, "version: 1\n");
    var run = out("mine.yaml");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("It is there, and it is not a plan.");
    assertThat(file).hasContent("version: 1");
  }

  @Test
  void anEmptyPathIsAVariableThatIsNotSet() {
    var run = desk.run("validate", "");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("A path is empty");
  }

  @Test
  void isShownAsItWasPlanned() {
    assertThat(desk.run("show", "p.json").exit()).isEqualTo(5);
    assertThat(desk.run("show", "p.json").err()).contains("There is no such file.");
    var planned = out("p.json").out();
    assertThat(desk.run("show", "p.json").out()).isEqualTo(planned);
    assertThat(desk.run("show", "-json", "p.json").out())
        .startsWith("{\"format_version\":\"1.2\"")
        .hasLineCount(1);
  }

  @Test
  void aFolderIsLeftAlone() throws IOException {
    Files.createDirectory(directory.resolve("folder"));
    var run = out("folder");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("It is there, and it is not a plain file.", "(cannot-write)");
    assertThat(directory.resolve("folder")).isEmptyDirectory();
  }

  @Test
  void aLinkIsLeftAlone() throws IOException {
    Files.writeString(directory.resolve("target"), "untouched");
    Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));
    assertThat(out("link").exit()).isEqualTo(1);
    assertThat(directory.resolve("target")).hasContent("untouched");
    assertThat(directory.resolve("link")).isSymbolicLink();
  }

  @Test
  void aPipeOrDeviceIsNeverReplaced() throws Exception {
    var pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(out("pipe").exit()).isEqualTo(1);
    assertThat(Files.readAttributes(pipe, "isOther")).containsEntry("isOther", true);
  }

  @Test
  void aFolderThatIsNotThere() {
    var run = out("no/where/p.json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("The folder that it should be in does not exist.");
  }

  @Test
  void nameless() {
    assertThat(out("").exit()).isEqualTo(1);
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    out("p.json");
    out("no/where/p.json");
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("main.yaml", "p.json", ".orgform");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "not json",
        "{\"format_version\": \"9.9\"}",
        "{\"format_version\": \"1.2\"}",
        "{\"format_version\": \"1.2\", \"resource_changes\": 3}",
        "\u0000",
        "version: 1\norganizations: {}\n"
      })
  void garbageIsNoPlan(String text) throws IOException {
    Files.writeString(directory.resolve("garbage"), text);
    var run = desk.run("show", "garbage");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("(bad-plan-file)").doesNotContain("Exception", "\tat ");
  }

  @Test
  void neitherIsAnAlteredOrACutPlan() throws IOException {
    out("p.json");
    var text = Files.readString(directory.resolve("p.json"));
    Files.writeString(directory.resolve("altered"), text.replace("\"Acme\"", "\"Evil\""));
    Files.writeString(directory.resolve("cut"), text.substring(0, text.length() / 2));
    assertThat(desk.run("show", "altered").exit()).isEqualTo(5);
    assertThat(desk.run("show", "cut").exit()).isEqualTo(5);
  }
}
