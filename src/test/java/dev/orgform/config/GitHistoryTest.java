package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commit is meant, and what is said where none is. */
@Timeout(60)
class GitHistoryTest {
  private static final String EMPTY = "version: 1\n";

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

  private Checked<Commit> commit(String ref) {
    try (var history = history(".")) {
      return history.commit(ref);
    }
  }

  private GitHistory history(String... paths) {
    var around = around(repo.root(), paths);
    assertThat(around.diagnostics()).isEmpty();
    return around.value().orElseThrow();
  }

  private static Checked<GitHistory> around(Path directory, String... paths) {
    return GitHistory.around(directory, Arrays.stream(paths).map(Path::of).toList());
  }

  private void refused(Code code, String words, String ref) {
    said(code, words, commit(ref).diagnostics());
  }

  private static void said(Code code, String words, List<Diagnostic> diagnostics) {
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(code);
    assertThat(Shown.all(diagnostics)).contains(words);
  }

  @Test
  void everyWayToNameACommit() throws IOException {
    var first = repo.file("a.yaml", EMPTY).commit();
    var second = repo.file("b.yaml", EMPTY).commit();
    repo.branch("side", first);
    repo.branch("feature/x", first);
    repo.point("refs/remotes/origin/main", repo.jgit().resolve(first));
    repo.tag("v1", first);
    for (var ref :
        List.of(
            first,
            first.substring(0, 7),
            "side",
            "feature/x",
            "refs/heads/side",
            "heads/side",
            "origin/main",
            "v1",
            "refs/tags/v1",
            "HEAD~1",
            "HEAD^",
            "@~1",
            "@^",
            "HEAD~1^0",
            "v1^{commit}")) {
      assertThat(commit(ref).value()).as(ref).contains(new Commit(first));
    }
    assertThat(commit("HEAD").value()).contains(new Commit(second));
    assertThat(commit("@").value()).as("@").contains(new Commit(second));
  }

  @ParameterizedTest
  @CsvSource({
    "main...side, it is a range",
    "HEAD~1..HEAD, it is a range",
    "HEAD:a.yaml, it is a path or a search",
    ":/message, it is a path or a search",
    "-x, no commit can be called that",
    "^main, no commit can be called that",
    "'a b', no commit can be called that",
    "HEAD^{tree}, it is a file or a folder",
    "HEAD@{yesterday}, that is no way to write one",
  })
  void whatIsNotOneCommitIsRefused(String ref, String why) throws IOException {
    repo.file("a.yaml", EMPTY).commit();
    refused(Code.BAD_BASE, why, ref);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "HEAD~9", "refs/heads/nowhere", "deadbee", "../../etc", "a\nb"})
  void whatIsNotThereIsNamed(String ref) throws IOException {
    repo.file("a.yaml", EMPTY).commit();
    var diagnostics = commit(ref).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.BAD_BASE);
    assertThat(diagnostics.getFirst().summary()).contains(Characters.quote(ref));
  }

  @Test
  void anEmptyRepositoryHasNoCommit() {
    refused(Code.BAD_BASE, "There is no commit \"HEAD\" to compare with", "HEAD");
  }

  @Test
  void aTagOfAFileIsNoCommit() throws IOException {
    repo.file("a.yaml", EMPTY).commit();
    repo.point("refs/tags/file", repo.blob("x".getBytes()));
    refused(Code.BAD_BASE, "it is a file or a folder", "file");
  }

  @Test
  void aShortIdOfTwoObjectsIsNoName() throws IOException {
    // Two blobs whose ids begin alike are found among a few thousand.
    repo.file("a.yaml", EMPTY).commit();
    var seen = new java.util.TreeMap<String, String>();
    var twice = "";
    for (int i = 0; twice.isEmpty(); i++) {
      var id = repo.blob(("blob " + i).getBytes()).name();
      var twin = seen.put(id.substring(0, 4), id);
      twice = twin == null ? "" : id.substring(0, 4);
    }
    refused(Code.BAD_BASE, "", twice);
  }

  @Test
  void aCommitThatIsNotHereIsMissing() throws IOException {
    repo.file("a.yaml", EMPTY).commit();
    refused(Code.MISSING_HISTORY, "never fetched", "c0ffee0123456789c0ffee0123456789c0ffee01");
  }

  @Test
  void aShallowCloneSaysHowToGetTheRest() throws IOException {
    var first = repo.file("a.yaml", EMPTY).commit();
    var second = repo.file("b.yaml", EMPTY).commit();
    Files.writeString(repo.root().resolve(".git/shallow"), second + "\n");
    Files.delete(repo.object(first));
    refused(Code.BAD_BASE, "fetch-depth: 0", "HEAD~1");
    refused(Code.BAD_BASE, "git fetch --unshallow", "origin/main");
    refused(Code.MISSING_HISTORY, "git fetch --unshallow", first);
    assertThat(commit("HEAD").value()).contains(new Commit(second));
  }

  @Test
  void aDamagedCommitIsCalledThat() throws IOException {
    var id = repo.file("a.yaml", EMPTY).commit();
    assertThat(repo.object(id).toFile().setWritable(true)).isTrue();
    Files.write(repo.object(id), new byte[] {1, 2, 3});
    refused(Code.BAD_REPOSITORY, "damaged", "HEAD");
  }

  @Test
  void withoutARepositoryThereIsNoCommit() {
    said(Code.NO_REPOSITORY, "one above it holds `.git`", around(outside, ".").diagnostics());
    said(Code.NO_REPOSITORY, "no Git work tree around x/y", around(outside, "x/y").diagnostics());
  }

  @Test
  void aBareRepositoryHasNoFiles() throws IOException {
    var bare = Files.createDirectory(outside.resolve("bare.git"));
    Files.createDirectories(bare.resolve("objects"));
    Files.createDirectories(bare.resolve("refs"));
    Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
    said(Code.NO_REPOSITORY, "bare", around(bare, ".").diagnostics());
  }

  @Test
  void aFolderThatOnlyLooksLikeARepositoryIsNone() throws IOException {
    repo.file("a.yaml", EMPTY).commit();
    for (var path : List.of("HEAD", "objects/x", "refs/x")) {
      var file = repo.root().resolve("org").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "ref: refs/heads/planted\n");
    }
    try (var history = history("org")) {
      assertThat(history.paths()).as("the one with .git counts").containsExactly("org");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gitdir: nowhere\n", "gitdir: \n", "nonsense", "gitdir: /\n"})
  void aGitFileThatLeadsNowhere(String text) throws IOException {
    var folder = Files.createDirectory(outside.resolve("linked"));
    Files.writeString(folder.resolve(".git"), text);
    said(Code.BAD_REPOSITORY, "cannot be read", around(folder, ".").diagnostics());
  }

  @Test
  void aFormatOfTheFuture() throws IOException {
    Files.writeString(
        repo.root().resolve(".git/config"),
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n");
    said(Code.BAD_REPOSITORY, "format", around(repo.root(), ".").diagnostics());
  }

  @Test
  void pathsAreCalledAsTheyAreInACommit() throws IOException {
    Files.createDirectories(repo.root().resolve("org/teams"));
    try (var history = history(".", "org/./teams/../a.yaml", "gone/b.yaml", "./org/")) {
      assertThat(history.paths()).containsExactly("", "org/a.yaml", "gone/b.yaml", "org");
    }
    var inside = around(repo.root().resolve("org"), "teams", "../x", repo.root() + "/y", "");
    try (var history = inside.value().orElseThrow()) {
      assertThat(history.paths()).containsExactly("org/teams", "x", "y", "org");
    }
  }

  @Test
  void linksAboveTheWorkingDirectoryDoNotMatter() throws IOException {
    Files.createDirectories(repo.root().resolve("org"));
    var link = Files.createSymbolicLink(outside.resolve("link"), repo.root().resolve("org"));
    try (var history = around(link, "a.yaml", link + "/b.yaml").value().orElseThrow()) {
      assertThat(history.paths()).containsExactly("org/a.yaml", "org/b.yaml");
    }
  }

  @Test
  void pathsOfTwoRepositoriesHaveNoOneCommit() throws IOException {
    Repo.at(Files.createDirectory(outside.resolve("other"))).close();
    said(
        Code.NO_REPOSITORY,
        "different Git repositories",
        around(outside, "work/a", "other/b").diagnostics());
  }

  @Test
  void whatIsCheckedOutIsKnownByItsBytes() throws IOException {
    var first = repo.checkedOut("org/a.yaml", EMPTY).checkedOut("b.yaml", "x: 1\n").commit();
    assertThat(committed("org")).isEqualTo(first);
    assertThat(committed(".")).as("what is no configuration does not count").isEqualTo(first);

    Files.writeString(repo.root().resolve("b.yaml"), "y: 2\n");
    assertThat(committed(".")).as("nor when it changes").isEqualTo(first);
    Files.writeString(repo.root().resolve("org/a.yaml"), "version: 1 \n");
    assertThat(committed(".")).as("one byte more").isEqualTo("none");
    Files.writeString(repo.root().resolve("org/a.yaml"), EMPTY);
    Files.writeString(repo.root().resolve("org/new.yaml"), EMPTY);
    assertThat(committed(".")).as("an untracked file").isEqualTo("none");
    Files.delete(repo.root().resolve("org/new.yaml"));
    assertThat(committed(".")).isEqualTo(first);

    Files.writeString(repo.root().resolve("orgform.guard.yaml"), EMPTY);
    assertThat(committed(".")).as("a guard file that is not committed").isEqualTo("none");
    var guarded = repo.file("orgform.guard.yaml", EMPTY).commit();
    assertThat(committed("org")).isEqualTo(guarded);
    Files.delete(repo.root().resolve("orgform.guard.yaml"));
    assertThat(committed("org")).as("one that was deleted").isEqualTo("none");
    repo.without("orgform.guard.yaml");

    repo.file("org/gone.yaml", EMPTY).commit();
    assertThat(committed(".")).as("a file that was deleted").isEqualTo("none");
    assertThat(committed("org/a.yaml")).as("but not among these paths").isNotEqualTo("none");
  }

  private String committed(String path) {
    var sources = new DiskSources(repo.root(), List.of(Path.of(path)));
    var read = Loader.load(sources, Map.of(), BadInputTest.KINDS).value().orElseThrow();
    try (var history = history(path)) {
      return history
          .checkedOut()
          .filter(head -> head.holds(read, Map.of()))
          .map(head -> head.commit().id())
          .orElse("none");
    }
  }
}
