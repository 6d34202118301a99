package dev.orgform.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a commit holds, beside what the disk holds after a checkout of it. */
@Timeout(60)
class GitSourcesTest {
  private static final String EMPTY = "version: 1\n";
  private static final Map<String, String> VARIABLES = Map.of("ACME_NAME", "Acme & Sons");

  @TempDir Path outside;
  private Repo repo;

  @BeforeEach
  void init() throws IOException {
    repo = Repo.at(Files.createDirectory(outside.resolve("work")));
  }

  @AfterEach
  void close() {
    repo.close();
  }

  private Checked<Configuration> load(Path directory, String... paths) {
    var given = Arrays.stream(paths).map(Path::of).toList();
    try (var history = GitHistory.around(directory, given).value().orElseThrow()) {
      var head = history.commit("HEAD").value().orElseThrow();
      return history.at(head, "main", VARIABLES, BadInputTest.KINDS);
    }
  }

  private Checked<Configuration> load(String... paths) {
    return load(repo.root(), paths);
  }

  private List<String> read(String... paths) {
    var checked = load(paths);
    assertThat(Shown.all(checked.diagnostics())).isEmpty();
    var files = checked.value().orElseThrow().files();
    return files.stream().map(Configuration.ReadFile::name).toList();
  }

  private void refused(Code code, String place, String... paths) {
    var diagnostics = load(paths).diagnostics();
    assertThat(Shown.all(diagnostics)).startsWith("error " + code.word() + " " + place + "\n");
    assertThat(diagnostics.stream().filter(Diagnostic::isError)).hasSize(1);
  }

  @Test
  void findsWhatTheDiskWouldHave() throws IOException {
    repo.checkedOut("b.yaml", EMPTY)
        .checkedOut("a.yml", EMPTY)
        .checkedOut("sub/deep/c.yaml", EMPTY)
        .checkedOut("A.yaml", EMPTY)
        .checkedOut("sub.yaml", EMPTY)
        .checkedOut("README.md", "version: [")
        .checkedOut("compose.yaml", "services: {}")
        .checkedOut(".hidden.yaml", "version: [")
        .checkedOut(".github/workflows/x.yaml", "version: [")
        .checkedOut("sub/.orgform/x.yaml", "version: [")
        .checkedOut("sub/.yaml", "version: [")
        .commit();
    assertThat(read(".")).hasSize(5).startsWith("main:A.yaml");
    for (var paths :
        List.of(
            List.of("."),
            List.of("sub"),
            List.of("./sub/../b.yaml", "sub/"),
            List.of("sub", "sub/deep/c.yaml", "."),
            List.of("a.yml", "b.yaml"))) {
      var disk =
          Loader.load(
              new DiskSources(repo.root(), paths.stream().map(Path::of).toList()),
              Map.of(),
              BadInputTest.KINDS);
      var expected =
          disk.value().orElseThrow().files().stream()
              .map(f -> new Configuration.ReadFile("main:" + f.name(), f.digest()))
              .toList();
      var git = load(paths.toArray(String[]::new)).value().orElseThrow();
      assertThat(git.files()).as("%s", paths).isEqualTo(expected);
    }
  }

  @Test
  void saysTheSameAsTheDisk() throws IOException {
    var yaml =
        """
        version: 1
        defaults: {profile: {business_name: Acme}}
        organizations:
          acme:
            name: ${env.ACME_NAME}
            previously: [Acme Corp]
            organizations: {emea: {name: EMEA}}
        removed: [{organization: 9a0b, name: Labs}]
        """;
    repo.checkedOut("org/acme.yaml", yaml).commit();
    var disk =
        Loader.load(
            new DiskSources(repo.root(), List.of(Path.of("org"))), VARIABLES, BadInputTest.KINDS);
    var then = load("org").value().orElseThrow().desired();
    var now = disk.value().orElseThrow().desired();
    assertThat(then.toString().replace("main:org/", "org/")).isEqualTo(now.toString());
    assertThat(then.resources().all()).hasSize(4);
  }

  @Test
  void placesAreWhatGitShowTakes() throws IOException {
    repo.file("org/emea.yaml", "version: 1\norganizations:\n  x: {nam: X}\n").commit();
    Files.createDirectories(repo.root().resolve("org"));
    var diagnostics = load(repo.root().resolve("org"), ".").diagnostics();
    assertThat(Shown.all(diagnostics)).contains("main:org/emea.yaml:3:7");
  }

  @Test
  void theGuardFileIsTheOneThatTheDiskWouldFind() throws IOException {
    var guard = "version: 1\nlimits: {deletes: {count: %d}}\n";
    repo.checkedOut("org/teams/a.yaml", EMPTY)
        .checkedOut("other/b.yaml", EMPTY)
        .checkedOut("org/orgform.guard.yaml", guard.formatted(7))
        .commit();
    for (var from : List.of(repo.root(), repo.root().resolve("org"), outside)) {
      for (var to : List.of("org", "org/teams", "org/teams/a.yaml", "other")) {
        var path = List.of(from.relativize(repo.root().resolve(to)));
        var disk =
            Loader.load(new DiskSources(from, path), VARIABLES, BadInputTest.KINDS)
                .value()
                .orElseThrow();
        var git = load(from, path.getFirst().toString()).value().orElseThrow();
        assertThat(git.policy().limits().keySet())
            .as("%s from %s", to, from)
            .isEqualTo(disk.policy().limits().keySet());
        assertThat(git.files()).hasSameSizeAs(disk.files());
      }
    }
    assertThat(read("org")).containsExactly("main:org/orgform.guard.yaml", "main:org/teams/a.yaml");
    assertThat(load("org/new").value().orElseThrow().policy().limits())
        .as("a path that is not there yet was guarded all the same")
        .hasSize(1);
  }

  @Test
  void aGuardFileThatCannotBeReadIsNeverPassedBy() throws IOException {
    repo.file("a.yaml", EMPTY).link("orgform.guard.yaml", "elsewhere").commit();
    refused(Code.NOT_A_PLAIN_FILE, "main:orgform.guard.yaml", ".");
    repo.file("orgform.guard.yaml", "version: 1\nx: 1\n").commit();
    refused(Code.UNKNOWN_KEY, "main:orgform.guard.yaml:2:1+1", "a.yaml");
  }

  @Test
  void theWorkTreeDoesNotCount() throws IOException {
    repo.checkedOut("a.yaml", EMPTY).commit();
    Files.writeString(repo.root().resolve("a.yaml"), "version: [");
    Files.writeString(repo.root().resolve("b.yaml"), "version: [");
    assertThat(read(".")).containsExactly("main:a.yaml");
  }

  @Test
  void whatWasNotThereYetIsEmpty() throws IOException {
    repo.file("README.md", "x").file("a/x.yaml", EMPTY).commit();
    for (var path : List.of("org", "org/new.yaml", "README.md/x.yaml", "a/x.yaml/b")) {
      var checked = load(path);
      assertThat(checked.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(Code.EMPTY_BASE);
      assertThat(checked.value().orElseThrow().desired().resources().all()).isEmpty();
    }
    assertThat(read("a", "org")).as("one path of two").containsExactly("main:a/x.yaml");
  }

  @Test
  void filesThatAreNoConfigurationAreNamedWhenThereIsNoOther() throws IOException {
    repo.file("compose.yaml", "services: {}\n").commit();
    var said = Shown.all(load(".").diagnostics());
    assertThat(said).startsWith("note empty-base main:compose.yaml\n").contains("is new");
  }

  @Test
  void everyErrorIsSaidAtOnce() throws IOException {
    repo.file("a.yaml", "version: 1\nx: 1\n").file("b.yaml", "version: 1\ny: ${env.NO}\n").commit();
    assertThat(load(".").diagnostics())
        .extracting(Diagnostic::code)
        .contains(Code.UNKNOWN_KEY, Code.UNSET_VARIABLE);
  }

  @Test
  void linksAreRefusedAsOnDisk() throws IOException {
    repo.link("a.yaml", "/etc/passwd").file("b.yaml", EMPTY).file("real/c.yaml", EMPTY);
    repo.link("README", "b.yaml").link("out", "../..").link("dangling", "nowhere").commit();
    refused(Code.NOT_A_PLAIN_FILE, "main:a.yaml", ".");
    refused(Code.NOT_A_PLAIN_FILE, "main:a.yaml", "a.yaml");
    assertThat(read("b.yaml", "real")).hasSize(2);

    repo.without("a.yaml").link("sub/folder", "../real/").commit();
    refused(Code.NOT_A_PLAIN_FILE, "main:sub/folder", ".");
    refused(Code.NOT_A_PLAIN_FILE, "main:sub/folder", "sub/folder/c.yaml");
  }

  @Test
  void submodulesAreSkippedWithWords() throws IOException {
    var elsewhere = ObjectId.fromString("c0ffee0123456789c0ffee0123456789c0ffee01");
    repo.file("a.yaml", EMPTY).leaf("sub/module", FileMode.GITLINK, elsewhere).commit();
    var checked = load(".");
    assertThat(Shown.all(checked.diagnostics()))
        .startsWith("note skipped-submodule main:sub/module\n");
    assertThat(checked.value().orElseThrow().files()).hasSize(1);
    assertThat(load("sub/module/org").diagnostics())
        .extracting(Diagnostic::code)
        .contains(Code.EMPTY_BASE);
  }

  @Test
  void attributesAndFiltersChangeNothing() throws IOException {
    var marker = outside.resolve("ran");
    Files.writeString(
        repo.root().resolve(".git/config"),
        """
        [core]
          hooksPath = %1$s
          fsmonitor = touch %1$s
          sshCommand = touch %1$s
          attributesFile = /dev/zero
        [filter "evil"]
          smudge = touch %1$s
          process = touch %1$s
          required = true
        """
            .formatted(marker));
    repo.file(".gitattributes", "*.yaml filter=evil working-tree-encoding=UTF-16 eol=crlf\n")
        .file("a.yaml", EMPTY)
        .commit();
    assertThat(read(".")).containsExactly("main:a.yaml");
    assertThat(marker).doesNotExist();
  }

  @Test
  void aPointerOfLfsIsCalledThat() throws IOException {
    repo.file("a.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:c0ffee\nsize 12\n")
        .commit();
    refused(Code.UNREADABLE_FILE, "main:a.yaml", ".");
  }

  @Test
  void namesCannotPretend() throws IOException {
    repo.file("a\nb.yaml", "version: 2\n")
        .file("\u202elmay.yaml", "version: 2\n")
        .file("-rf.yaml", "version: 2\n")
        .commit();
    assertThat(Shown.all(load(".").diagnostics()))
        .contains("main:-rf.yaml:1:10", "main:a\\u{A}b.yaml:1:10", "main:\\u{202E}lmay.yaml:1:10")
        .doesNotContain("\u202e", "a\nb");
  }

  @Test
  void namesThatDifferByCaseOrFormAreTwoFiles() throws IOException {
    repo.file("a.yaml", EMPTY).file("A.yaml", EMPTY);
    repo.file("\u00e9.yaml", EMPTY).file("e\u0301.yaml", EMPTY).commit();
    assertThat(read("."))
        .containsExactly("main:A.yaml", "main:a.yaml", "main:e\u0301.yaml", "main:\u00e9.yaml");
  }

  @Test
  void aNameThatIsNotUtf8IsReadAllTheSame() throws IOException {
    var blob = repo.blob(EMPTY.getBytes());
    repo.commit(repo.tree(tree(Map.of("100644 \u00e9.yaml", blob))));
    assertThat(read(".")).containsExactly("main:\u00e9.yaml");
  }

  /** A tree's bytes, of modes and Latin-1 names and ids, in the order of the names. */
  private static byte[] tree(Map<String, ObjectId> entries) {
    var bytes = new ByteArrayOutputStream();
    new TreeMap<>(entries)
        .forEach(
            (name, id) -> {
              bytes.writeBytes((name + "\0").getBytes(ISO_8859_1));
              var raw = new byte[20];
              id.copyRawTo(raw, 0);
              bytes.writeBytes(raw);
            });
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100644 ..",
        "100644 .",
        "100644 .git",
        "100644 a/b.yaml",
        "100644 /etc/x.yaml",
        "100644 ",
        "999999 a.yaml",
        "40000 .git",
        "nonsense"
      })
  void aTreeThatNobodyWouldCheckOutIsRefused(String entry) throws IOException {
    repo.commit(repo.tree(tree(Map.of(entry, repo.blob(EMPTY.getBytes())))));
    assertThat(Shown.all(load(".").diagnostics()))
        .startsWith("error bad-repository\n")
        .contains("damaged at the commit main\n");
  }

  @Test
  void aFileMoreThanTheLimitIsNotOpened() throws IOException {
    repo.file("a.yaml", new byte[Sources.MAX_FILE + 1]).commit();
    refused(Code.TOO_BIG, "main:a.yaml", ".");
    repo.file("a.yaml", EMPTY + "#".repeat(Sources.MAX_FILE - EMPTY.length())).commit();
    assertThat(read(".")).hasSize(1);
  }

  @Test
  void aBombOfFoldersEnds() throws IOException {
    var tree = repo.tree(tree(Map.of("100644 x.txt", repo.blob(new byte[0]))));
    for (int level = 0; level < 20; level++) {
      var ten = new TreeMap<String, ObjectId>();
      for (int i = 0; i < 10; i++) {
        ten.put("40000 d" + i, tree);
      }
      tree = repo.tree(tree(ten));
    }
    repo.commit(tree);
    var diagnostics = load(".").diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.TOO_BIG);
  }

  @Test
  void aBombOfFilesEnds() throws IOException {
    var tree = repo.tree(tree(Map.of("100644 x.yaml", repo.blob(EMPTY.getBytes()))));
    for (int level = 0; level < 5; level++) {
      var ten = new TreeMap<String, ObjectId>();
      for (int i = 0; i < 10; i++) {
        ten.put("40000 d" + i, tree);
      }
      tree = repo.tree(tree(ten));
    }
    repo.commit(tree);
    assertThat(load(".").diagnostics().getFirst().summary()).contains("over 10000 YAML files");
  }

  @Test
  void foldersCannotBeDeeperThanAnybodyNeeds() throws IOException {
    var tree = repo.tree(tree(Map.of("100644 x.yaml", repo.blob(EMPTY.getBytes()))));
    for (int level = 0; level < 500; level++) {
      tree = repo.tree(tree(Map.of("40000 d", tree)));
    }
    repo.commit(tree);
    var diagnostics = load(".").diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).contains(Code.TOO_BIG);
  }

  @Test
  void whatIsMissingOrDamagedIsNamedAsThat() throws IOException {
    repo.file("org/a.yaml", EMPTY).file("org/b.yaml", "version: 1 # b\n").commit();
    var blob = repo.jgit().resolve("HEAD:org/b.yaml").name();
    var bytes = Files.readAllBytes(repo.object(blob));
    assertThat(repo.object(blob).toFile().setWritable(true)).isTrue();

    Files.write(repo.object(blob), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(codes()).containsOnly(Code.BAD_REPOSITORY);
    Files.delete(repo.object(blob));
    assertThat(codes()).containsOnly(Code.MISSING_HISTORY);
    Files.write(repo.object(blob), bytes);
    assertThat(codes()).isEmpty();
    Files.delete(repo.object(repo.jgit().resolve("HEAD:org").name()));
    assertThat(codes()).containsOnly(Code.MISSING_HISTORY);
  }

  private List<Code> codes() {
    return load(".").diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void nothingInTheRepositoryIsTouched() throws IOException {
    repo.checkedOut("org/a.yaml", EMPTY).commit();
    var before = snapshot();
    read("org");
    assertThat(snapshot()).isEqualTo(before);
  }

  private Map<String, String> snapshot() throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.walk(outside)) {
      for (var file : files.toList()) {
        var digest = Files.isRegularFile(file) ? Digests.of(Files.readAllBytes(file)) : "";
        all.put(file.toString(), Files.getLastModifiedTime(file) + " " + digest);
      }
    }
    return all;
  }
}
