package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.config.Repo;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.store.Baseline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a word after --base means. */
@Timeout(60)
class BasesTest {
  private static final String ONE = "version: 1\norganizations: {one: {name: One}}\n";
  private static final String TWO = "version: 1\norganizations: {two: {name: Two}}\n";

  @TempDir Path outside;
  private Repo repo;
  private String first;
  private Optional<Baseline> last = Optional.empty();

  @BeforeEach
  void init() throws IOException {
    repo = Repo.at(Files.createDirectory(outside.resolve("work")));
    first = repo.checkedOut("org/a.yaml", ONE).commit();
    repo.branch("before", first);
    repo.checkedOut("org/b.yaml", TWO).commit();
  }

  @AfterEach
  void close() {
    repo.close();
  }

  private Checked<Optional<Base>> load(Path directory, Optional<String> word, String... paths) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var option = new BaseOption();
    option.base = word;
    var parameter = new PathsParameter();
    parameter.paths = new ArrayList<>(Arrays.stream(paths).map(Path::of).toList());
    return Bases.load(
        Desk.in(directory).shell(nowhere, nowhere),
        parameter,
        option,
        () -> Checked.of(last, List.of()));
  }

  private Base base(String word, String... paths) {
    var loaded = load(repo.root(), Optional.of(word), paths);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.value().orElseThrow().orElseThrow();
  }

  private static List<String> keys(Base base) {
    return base.desired().resources().all().stream().map(r -> r.address().key()).toList();
  }

  private void refused(Code code, String words, String word, String... paths) {
    refused(code, words, load(repo.root(), Optional.of(word), paths));
  }

  private static void refused(Code code, String words, Checked<Optional<Base>> loaded) {
    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
    assertThat(loaded.value()).isEmpty();
    assertThat(loaded.diagnostics().toString()).contains(words);
  }

  @Test
  void withoutTheFlagThereIsNone() {
    var none = load(repo.root(), Optional.empty(), "nowhere");
    assertThat(none).isEqualTo(Checked.of(Optional.empty(), List.of()));
  }

  @Test
  void aCommit() {
    assertThat(keys(base("HEAD", "org"))).containsExactly("one", "two");
    assertThat(keys(base("HEAD~1"))).containsExactly("one");
    assertThat(base("before").described()).isEqualTo("before (" + first.substring(0, 7) + ")");
    assertThat(base(first).described()).isEqualTo(first.substring(0, 7));
    assertThat(base(first.substring(0, 9)).described()).isEqualTo(first.substring(0, 7));
    assertThat(keys(base("HEAD", "org/b.yaml"))).containsExactly("two");
  }

  @Test
  void aCommitThatHoldsNothingYetIsAnEmptyBase() {
    var loaded = load(repo.root(), Optional.of("before"), "org/b.yaml");
    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.EMPTY_BASE);
    assertThat(keys(loaded.value().orElseThrow().orElseThrow())).isEmpty();
  }

  @Test
  void aFolder() throws IOException {
    Files.createDirectories(outside.resolve("then/deep"));
    Files.writeString(outside.resolve("then/deep/x.yaml"), ONE);
    assertThat(keys(base("../then", "org"))).containsExactly("one");
    assertThat(keys(base(outside.resolve("then").toString()))).containsExactly("one");
    assertThat(base("../then").described()).isEqualTo("folder ../then");

    var plain = load(outside, Optional.of("then"), "nowhere");
    assertThat(keys(plain.value().orElseThrow().orElseThrow()))
        .as("where there is no Git")
        .containsExactly("one");
  }

  @Test
  void theGuardFileOfABaseIsItsOwn() throws IOException {
    Files.createDirectories(repo.root().resolve(".then"));
    Files.writeString(repo.root().resolve(".then/x.yaml"), ONE);
    Files.writeString(
        repo.root().resolve("orgform.guard.yaml"), "version: 1\nlimits: {deletes: {count: 1}}\n");
    assertThat(base(".then", "org").policy().limits()).as("not the one of now").isEmpty();
    assertThat(base("HEAD", "org").policy().limits()).isEmpty();
    Files.writeString(
        repo.root().resolve(".then/orgform.guard.yaml"),
        "version: 1\nlimits: {deletes: {count: 2}, updates: {count: 3}}\n");
    assertThat(base(".then", "org").policy().limits()).hasSize(2);
  }

  @Test
  void errorsOfAFolderNameItsFiles() throws IOException {
    Files.createDirectory(outside.resolve("then"));
    Files.writeString(outside.resolve("then/x.yaml"), "version: 1\nx: 1\n");
    refused(Code.UNKNOWN_KEY, "../then/x.yaml", "../then");
  }

  @Test
  void aFolderWithinTheConfigurationIsNoBase() throws IOException {
    Files.createDirectories(repo.root().resolve("then"));
    Files.writeString(repo.root().resolve("then/x.yaml"), ONE);
    refused(Code.BAD_BASE, "within the configuration", "then");
    refused(Code.BAD_BASE, "within the configuration", ".");
    refused(Code.BAD_BASE, "within the configuration", "./then", "org", "then");
    assertThat(keys(base("then", "org"))).containsExactly("one");
    Files.move(repo.root().resolve("then"), repo.root().resolve(".then"));
    assertThat(keys(base(".then"))).as("hidden ones are passed by").containsExactly("one");
  }

  @Test
  void aWordThatCouldBeBothIsRefusedUntilItSaysWhich() throws IOException {
    Files.createDirectories(repo.root().resolve("before"));
    Files.writeString(repo.root().resolve("before/x.yaml"), TWO);
    refused(Code.BAD_BASE, "refs/heads/before", "before", "org");
    assertThat(keys(base("./before", "org"))).containsExactly("two");
    assertThat(keys(base("before/", "org"))).containsExactly("two");
    assertThat(keys(base("refs/heads/before", "org"))).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./nowhere", "../nowhere", "/nowhere", "nowhere/", "./org/a.yaml"})
  void aFolderThatIsNotThere(String word) {
    refused(Code.BAD_BASE, "is not a folder", word, "org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyWord(String word) {
    refused(Code.BAD_BASE, "is empty", word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "./\0", "a\0b/"})
  void aWordThatNoFileCanBeCalled(String word) {
    assertThat(load(repo.root(), Optional.of(word), "org").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.BAD_BASE);
  }

  @Test
  void withoutARepositoryOnlyFoldersAreBases() {
    refused(Code.NO_REPOSITORY, "--base ./before", load(outside, Optional.of("main"), "nowhere"));
  }

  @Test
  void whatWasAppliedLast() {
    refused(Code.NO_LAST_APPLY, "No apply ended with 0", "last");
    applied(Optional.of(first), "");
    assertThat(keys(base("last"))).containsExactly("one");
    assertThat(keys(base("last", "org"))).containsExactly("one");
    assertThat(base("last").described()).isEqualTo("last apply (" + first.substring(0, 7) + ")");
  }

  @Test
  void aRepositoryWithoutAnyCommitSaysSo() throws IOException {
    var empty = Files.createDirectory(outside.resolve("empty"));
    Repo.at(empty).close();
    for (var word : List.of("main", "HEAD")) {
      var said = load(empty, Optional.of(word)).diagnostics();
      assertThat(said).hasSize(1);
      assertThat(said.getFirst().code()).isEqualTo(Code.BAD_BASE);
      assertThat(said.getFirst().detail()).isEqualTo("This repository has no commit yet.");
    }
    refused(Code.BAD_BASE, "There is no commit \"nowhere\" here", "nowhere");
  }

  @Test
  void whatWasAppliedLastMayBeNoCommit() {
    applied(Optional.empty());
    refused(Code.NO_LAST_APPLY, "files that were changed or unknown in Git", "last");
    applied(Optional.of("--upload-pack=x"), "");
    refused(Code.NO_LAST_APPLY, "is no commit", "last");
  }

  @Test
  void whatWasAppliedLastMayBeAnotherPart() {
    applied(Optional.of(first), "org/a.yaml");
    refused(Code.NO_LAST_APPLY, "org/a.yaml", "last");
    refused(Code.NO_LAST_APPLY, "org/a.yaml", "last", "org/a.yaml", "org/b.yaml");
    assertThat(keys(base("last", "org/a.yaml"))).containsExactly("one");
    applied(Optional.of(first), "org");
    assertThat(keys(base("last", "org/a.yaml"))).containsExactly("one");
    refused(Code.NO_LAST_APPLY, "did not read all", "last", "organizations");
  }

  @Test
  void whatWasAppliedLastMayBeGone() {
    applied(Optional.of("c0ffee0123456789c0ffee0123456789c0ffee01"), "");
    refused(Code.MISSING_HISTORY, "c0ffee0123456789", "last");
  }

  private void applied(Optional<String> commit, String... paths) {
    last = Optional.of(new Baseline("r1", Instant.EPOCH, commit, List.of(paths)));
  }
}
