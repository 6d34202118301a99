package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DiskSourcesTest {
  private static final String EMPTY = "version: 1\n";

  @TempDir Path outside;
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(outside.resolve("work"));
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Checked<Configuration> load(String... paths) {
    var given = Arrays.stream(paths).map(Path::of).toList();
    return Loader.load(new DiskSources(folder, given), Map.of(), BadInputTest.KINDS);
  }

  private List<String> read(String... paths) {
    var checked = load(paths);
    assertThat(checked.diagnostics()).isEmpty();
    var files = checked.value().orElseThrow().files();
    return files.stream().map(Configuration.ReadFile::name).toList();
  }

  private void refused(Code code, String place, String... paths) {
    var diagnostics = load(paths).diagnostics();
    assertThat(Shown.all(diagnostics)).startsWith("error " + code.word() + " " + place + "\n");
    assertThat(diagnostics.stream().filter(Diagnostic::isError)).hasSize(1);
    assertThat(Shown.all(diagnostics)).doesNotContain("secret");
  }

  @Test
  void readsFoldersInTheOrderOfTheirNamesAndLeavesOthersAlone() throws IOException {
    write("b.yaml", EMPTY);
    write("a.yml", EMPTY);
    write("sub/deep/c.yaml", EMPTY);
    write("A.yaml", EMPTY);
    write("README.md", "version: [");
    write("orgform.guard.yaml", "version: 1");
    write(".git/config.yaml", "version: [");
    write("sub/.orgform/x.yaml", "version: [");
    write(".hidden.yaml", "version: [");
    write(".yaml", "version: [");
    var guard = "orgform.guard.yaml";
    assertThat(read(".")).containsExactly(guard, "A.yaml", "a.yml", "b.yaml", "sub/deep/c.yaml");
    assertThat(read("sub")).containsExactly(guard, "sub/deep/c.yaml");
    assertThat(read("./sub/../b.yaml", "sub/")).containsExactly(guard, "b.yaml", "sub/deep/c.yaml");
    assertThat(read(folder.resolve("sub").toString()))
        .containsExactly(
            folder.resolve(guard).toString(), folder.resolve("sub/deep/c.yaml").toString());
  }

  @Test
  void readsEachFileOnce() throws IOException {
    write("sub/a.yaml", EMPTY);
    assertThat(read("sub", "sub/a.yaml", ".", folder.toString())).containsExactly("sub/a.yaml");
  }

  @Test
  void saysWhatDoesNotExist() {
    refused(Code.UNREADABLE_FILE, "nowhere", "nowhere");
    refused(Code.UNREADABLE_FILE, "sub/a.yaml", "sub/a.yaml");
  }

  @Test
  void saysThatThereIsNothing() {
    var diagnostics = load(".").diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.NO_CONFIGURATION);
    assertThat(diagnostics.getFirst().detail()).isEqualTo("There is no YAML file.");
  }

  @Test
  void neverFollowsALinkToAFile() throws IOException {
    Files.writeString(outside.resolve("secret"), "version: 1\nsecret: [\n");
    write("b.yaml", EMPTY);
    Files.createSymbolicLink(folder.resolve("a.yaml"), outside.resolve("secret"));
    refused(Code.NOT_A_PLAIN_FILE, "a.yaml", ".");
    refused(Code.NOT_A_PLAIN_FILE, "a.yaml", "a.yaml");
    refused(Code.NOT_A_PLAIN_FILE, folder + "/a.yaml", folder + "/a.yaml");
  }

  @Test
  void neverFollowsALinkToAFolder() throws IOException {
    Files.createDirectory(outside.resolve("other"));
    Files.writeString(outside.resolve("other/hidden.yaml"), "version: 1\nsecret: [\n");
    write("b.yaml", EMPTY);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("../other"));
    refused(Code.NOT_A_PLAIN_FILE, "link", ".");
    refused(Code.NOT_A_PLAIN_FILE, "link", "link");
    refused(Code.NOT_A_PLAIN_FILE, "link/hidden.yaml", "link/hidden.yaml");
  }

  @Test
  void isNotCaughtInALoopOfLinks() throws IOException {
    write("b.yaml", EMPTY);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("self.yaml"), folder.resolve("self.yaml"));
    var codes = load(".").diagnostics().stream().map(Diagnostic::code);
    assertThat(codes).containsExactly(Code.NOT_A_PLAIN_FILE, Code.NOT_A_PLAIN_FILE);
  }

  @Test
  void ignoresLinksThatLeadToNoYaml() throws IOException {
    write("b.yaml", EMPTY);
    Files.createSymbolicLink(
        folder.resolve("README"), Files.writeString(folder.resolve("TEXT"), "version: ["));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    assertThat(read(".")).containsExactly("b.yaml");
  }

  @Test
  void neverOpensAPipe() throws IOException, InterruptedException {
    var pipe = folder.resolve("pipe.yaml");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    write("b.yaml", EMPTY);
    refused(Code.NOT_A_PLAIN_FILE, "pipe.yaml", ".");
    refused(Code.NOT_A_PLAIN_FILE, "pipe.yaml", "pipe.yaml");
  }

  @Test
  void neverOpensADevice() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    refused(Code.NOT_A_PLAIN_FILE, "/dev/zero", "/dev/zero");
  }

  @Test
  void saysWhatMayNotBeRead() throws IOException {
    var file = write("a.yaml", EMPTY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "the superuser may read everything");
    refused(Code.UNREADABLE_FILE, "a.yaml", ".");
  }

  @Test
  void saysWhatVanishedMeanwhile() throws IOException {
    var file = write("a.yaml", EMPTY);
    var found = new DiskSources(folder, List.of(Path.of("."))).find();
    Files.delete(file);
    var diagnostics = Loader.load(() -> found, Map.of(), BadInputTest.KINDS).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
  }

  @Test
  void aLinkPutThereMeanwhileIsNotFollowed() throws IOException {
    var file = write("a.yaml", EMPTY);
    var found = new DiskSources(folder, List.of(Path.of("."))).find();
    Files.delete(file);
    Files.createSymbolicLink(file, Files.writeString(outside.resolve("secret"), EMPTY));
    var diagnostics = Loader.load(() -> found, Map.of(), BadInputTest.KINDS).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.UNREADABLE_FILE);
  }

  @Test
  void showsNamesSoThatTheyCannotPretend() throws IOException {
    write("a\nb.yaml", "version: 2\n");
    write("-rf.yaml", "version: 2\n");
    write("\u202elmay.yaml", "version: 2\n");
    var shown = Shown.all(load(".").diagnostics());
    assertThat(shown)
        .contains("-rf.yaml:1:10", "a\\u{A}b.yaml:1:10", "\\u{202E}lmay.yaml:1:10")
        .doesNotContain("\u202e", "a\nb");
  }

  @Test
  void aBackslashInANameNeverHidesAnotherFile() throws IOException {
    assumeTrue(File.separatorChar == '/');
    write("a/b.yaml", EMPTY);
    write("a\\b.yaml", EMPTY);
    assertThat(read(".")).hasSize(2);
  }

  @Test
  void aNamedFileThatIsBrokenIsNeverSkipped() throws IOException {
    write("broken.yaml", "x: [\n");
    write("ok.yaml", EMPTY);
    assertThat(load(".").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.SKIPPED_FILE);
    assertThat(load("broken.yaml", "ok.yaml").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.BAD_YAML);
  }

  @Test
  void aGuardFileHoldsForWhatLiesBelowIt() throws IOException {
    write("orgs/orgform.guard.yaml", "version: 1\nprotect: [{id: abc}]");
    write("orgs/team/a.yaml", EMPTY);
    for (var path : List.of("orgs", "orgs/team", "orgs/team/a.yaml", "./orgs/team/../team")) {
      var policy = load(path).value().orElseThrow().policy();
      assertThat(policy.protection("abc")).as(path).isPresent();
      assertThat(policy.place().orElseThrow().file()).isEqualTo("orgs/orgform.guard.yaml");
    }
  }

  @Test
  void aGuardFileBelowGuardsNothingAndSaysSo() throws IOException {
    write("a.yaml", EMPTY);
    write("team/orgform.guard.yaml", "version: 1");
    refused(Code.GUARD_PLACE, "team/orgform.guard.yaml", ".");
  }

  @Test
  void thereIsOneGuardFile() throws IOException {
    write("orgform.guard.yaml", "version: 1");
    write("team/orgform.guard.yaml", "version: 1");
    write("team/a.yaml", EMPTY);
    refused(Code.TWO_GUARDS, "orgform.guard.yaml team/orgform.guard.yaml", "team");
  }

  @Test
  void aGuardFileOfAnotherNameIsNoneAndSaysSo() throws IOException {
    write("a.yaml", EMPTY);
    for (var name : List.of("orgform.guard.yml", "Orgform.Guard.yaml", "orgform-guard.yaml")) {
      var file = write(name, "version: 1");
      refused(Code.GUARD_NAME, name, ".");
      Files.delete(file);
    }
    write("orgform.guard.yml", "version: 1");
    refused(Code.GUARD_NAME, "orgform.guard.yml", "a.yaml");
  }

  @Test
  void aGuardFileIsNeverALink() throws IOException {
    write("a.yaml", EMPTY);
    Files.writeString(outside.resolve("guard"), "secret");
    Files.createSymbolicLink(folder.resolve("orgform.guard.yaml"), outside.resolve("guard"));
    refused(Code.NOT_A_PLAIN_FILE, "orgform.guard.yaml", ".");
  }

  @Test
  void theDigestCoversTheGuardFile() throws IOException {
    write("a.yaml", EMPTY);
    var without = load(".").value().orElseThrow().digest();
    write("orgform.guard.yaml", "version: 1");
    var with = load(".").value().orElseThrow().digest();
    write("orgform.guard.yaml", "version: 1\n");
    assertThat(Set.of(without, with, load(".").value().orElseThrow().digest())).hasSize(3);
  }
}
