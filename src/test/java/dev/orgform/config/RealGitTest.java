package dev.orgform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Git itself leaves on disk is read as Git reads it; where there is no Git, not tried. */
@Timeout(120)
class RealGitTest {
  private static final Path GIT = Path.of("/usr/bin/git");

  @TempDir Path outside;
  private Path work;

  @BeforeEach
  void init() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(GIT));
    work = Files.createDirectory(outside.resolve("work"));
    git(work, "init", "-q", "-b", "main");
    for (int i = 1; i <= 3; i++) {
      write(work, "org/a.yaml", "version: 1 # " + i + "\n");
      write(work, "b" + i + ".yaml", "version: 1\n");
      git(work, "add", ".");
      git(work, "commit", "-qm", "commit " + i);
    }
    git(work, "tag", "-am", "annotated", "v2", "HEAD~1");
  }

  private static void write(Path root, String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String git(Path directory, String... words) throws IOException, InterruptedException {
    var command = Stream.concat(Stream.of(GIT.toString()), Stream.of(words)).toList();
    var said = Files.createTempFile(outside, "git", ".txt");
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", outside.toString(),
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_ALLOW_PROTOCOL", "file",
                "GIT_AUTHOR_NAME", "x",
                "GIT_AUTHOR_EMAIL", "x@x.example",
                "GIT_COMMITTER_NAME", "x",
                "GIT_COMMITTER_EMAIL", "x@x.example"));
    var git = builder.start();
    assertThat(git.waitFor(60, TimeUnit.SECONDS)).isTrue();
    var text = Files.readString(said);
    assertThat(git.exitValue()).as("%s: %s", command, text).isZero();
    return text.strip();
  }

  /** Every way to name commits gives what Git gives, and the files are those that Git shows. */
  private void agrees(Path directory, String... refs) throws IOException, InterruptedException {
    for (var ref : refs) {
      var id = git(directory, "rev-parse", "--verify", ref + "^{commit}");
      var found = at(directory, ref);
      assertThat(found.diagnostics()).as(ref).isEmpty();
      for (var file : found.value().orElseThrow().files()) {
        var spec = id + file.name().substring(file.name().indexOf(':'));
        var digest = Digests.of((git(directory, "show", spec) + "\n").getBytes());
        assertThat(file.digest()).as(spec).isEqualTo(digest);
      }
      var names = git(directory, "ls-tree", "-r", "--name-only", "--full-tree", id).lines();
      assertThat(found.value().get().files())
          .extracting(file -> file.name().substring(file.name().indexOf(':') + 1))
          .containsExactlyElementsOf(names.filter(Sources::belongs).sorted().toList());
    }
  }

  private static Checked<Configuration> at(Path directory, String ref) {
    var around = GitHistory.around(directory, List.of(Path.of(".")));
    assertThat(around.diagnostics()).isEmpty();
    try (var history = around.value().orElseThrow()) {
      var commit = history.commit(ref);
      return commit.value().isPresent()
          ? history.at(commit.value().get(), ref, Map.of(), BadInputTest.KINDS)
          : Checked.failed(commit.diagnostics());
    }
  }

  private static void refused(Code code, String words, Path directory, String ref) {
    var diagnostics = at(directory, ref).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsOnly(code);
    assertThat(Shown.all(diagnostics)).contains(words);
  }

  @Test
  void looseObjects() throws IOException, InterruptedException {
    agrees(work, "main", "HEAD", "HEAD~1", "v2", "main~2", "@~1");
    agrees(work, git(work, "rev-parse", "--short", "HEAD~1"), git(work, "describe", "main"));
  }

  @Test
  void packedObjectsAndRefs() throws IOException, InterruptedException {
    git(work, "gc", "-q", "--aggressive", "--prune=now");
    git(work, "pack-refs", "--all");
    git(work, "commit-graph", "write", "--reachable", "--changed-paths");
    git(work, "config", "commitGraph.readChangedPaths", "true");
    git(work, "multi-pack-index", "write");
    agrees(work, "main", "HEAD", "HEAD~1", "v2", "main~2");
    agrees(work, git(work, "rev-parse", "--short", "HEAD~1"));
  }

  @Test
  void aLinkedWorkTree() throws IOException, InterruptedException {
    git(work, "worktree", "add", "-q", "-b", "side", "../linked", "HEAD~1");
    var linked = outside.resolve("linked");
    agrees(linked, "HEAD", "side", "main", "v2", "HEAD~1");
    assertThat(committed(linked)).isEqualTo(git(work, "rev-parse", "side"));
  }

  private static String committed(Path directory) {
    var paths = List.of(Path.of("."));
    var now = Loader.load(new DiskSources(directory, paths), Map.of(), BadInputTest.KINDS);
    try (var history = GitHistory.around(directory, paths).value().orElseThrow()) {
      return history
          .checkedOut()
          .filter(head -> head.holds(now.value().orElseThrow(), Map.of()))
          .map(head -> head.commit().id())
          .orElse("none");
    }
  }

  @Test
  void aDetachedHead() throws IOException, InterruptedException {
    git(work, "checkout", "-q", "HEAD~1");
    agrees(work, "HEAD", "main", "@{1}");
    assertThat(committed(work)).isEqualTo(git(work, "rev-parse", "HEAD"));
  }

  @Test
  void aClone() throws IOException, InterruptedException {
    git(outside, "clone", "-q", "work", "clone");
    var clone = outside.resolve("clone");
    agrees(clone, "origin/main", "HEAD", "main@{upstream}", "refs/remotes/origin/main");
  }

  @Test
  void aCloneThatBorrowsItsObjects() throws IOException, InterruptedException {
    git(outside, "clone", "-q", "--shared", "work", "shared");
    var shared = outside.resolve("shared");
    assertThat(shared.resolve(".git/objects/info/alternates")).exists();
    agrees(shared, "HEAD", "HEAD~1", "v2");

    var alternates = shared.resolve(".git/objects/info/alternates");
    Files.writeString(alternates, "/dev\n../../.git/objects\n/nowhere\n");
    refused(Code.MISSING_HISTORY, "clone", shared, "HEAD");
  }

  @Test
  void aShallowClone() throws IOException, InterruptedException {
    git(outside, "clone", "-q", "--depth=1", "file://" + work, "shallow");
    var shallow = outside.resolve("shallow");
    agrees(shallow, "HEAD", "main", "origin/main");
    refused(Code.BAD_BASE, "fetch-depth: 0", shallow, "HEAD~1");
    refused(Code.BAD_BASE, "git fetch --unshallow", shallow, "v2");
    var older = git(work, "rev-parse", "HEAD~1");
    refused(Code.MISSING_HISTORY, "git fetch --unshallow", shallow, older);

    git(shallow, "fetch", "-q", "--unshallow", "--tags");
    agrees(shallow, "HEAD~1", "v2", older);
  }

  @Test
  void aCloneWithoutFiles() throws IOException, InterruptedException {
    git(work, "config", "uploadpack.allowFilter", "true");
    git(outside, "clone", "-q", "--filter=blob:none", "file://" + work, "partial");
    refused(Code.MISSING_HISTORY, "--filter", outside.resolve("partial"), "HEAD~1");
  }

  @Test
  void aSubmodule() throws IOException, InterruptedException {
    git(outside, "clone", "-q", "--bare", "work", "module.git");
    git(work, "submodule", "add", "-q", outside.resolve("module.git").toString(), "teams");
    git(work, "commit", "-qm", "submodule");
    var codes = at(work, "HEAD").diagnostics().stream().map(Diagnostic::code);
    assertThat(codes).containsExactly(Code.SKIPPED_SUBMODULE);
    assertThat(work.resolve("teams/.git")).isRegularFile();
    agrees(work.resolve("teams"), "HEAD", "HEAD~1", "origin/main");
  }

  @Test
  void aNameOfBothABranchAndATag() throws IOException, InterruptedException {
    git(work, "branch", "twice", "main~2");
    git(work, "tag", "twice", "main");
    refused(Code.BAD_BASE, "a branch and a tag are called so", work, "twice");
    agrees(work, "refs/heads/twice", "heads/twice", "refs/tags/twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256"})
  void longerNamesOfObjectsAreNotReadYet(String format) throws IOException, InterruptedException {
    var other = Files.createDirectory(outside.resolve(format));
    git(other, "init", "-q", "--object-format=" + format);
    var around = GitHistory.around(other, List.of(Path.of(".")));
    assertThat(around.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.BAD_REPOSITORY);
  }
}
