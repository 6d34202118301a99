package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.config.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An apply notes its commit where it has one, and --base last finds it. */
@Timeout(60)
class LastApplyTest {
  @TempDir Path directory;

  @Test
  void historyTellsTheCommit() throws IOException {
    try (var repo = Repo.at(directory)) {
      var commit = repo.checkedOut("org/a.yaml", Wishes.ONE).commit();
      var desk = Desk.in(directory);
      assertThat(desk.run("plan", "org", "--sandbox", "--base=last").err())
          .contains("No apply ended with 0 here yet");

      var applied = desk.run("apply", "org", "--sandbox", "-auto-approve");
      assertThat(applied.exit()).as(applied.both()).isZero();
      assertThat(desk.run("history", "--sandbox").out()).contains(commit.substring(0, 7));
      assertThat(desk.run("history", "1", "--sandbox").out()).contains("of commit " + commit);
      assertThat(desk.run("plan", "--sandbox", "--base=last").err())
          .contains("did not read all of these paths");

      Files.writeString(directory.resolve("org/a.yaml"), Wishes.PROFILE);
      assertThat(desk.run("apply", "org", "--sandbox", "-auto-approve").exit()).isZero();
      assertThat(desk.run("history", "2", "--sandbox").out()).doesNotContain("commit");
      assertThat(desk.run("plan", "org", "--sandbox", "--base=last").err())
          .contains("What was applied last is no commit");
    }
  }

  @Test
  void aPartIsNothingToBeginFrom() throws IOException {
    try (var repo = Repo.at(directory)) {
      repo.checkedOut("a.yaml", Wishes.ONE).commit();
      var desk = Desk.in(directory);
      var applied = desk.run("apply", "--sandbox", "-auto-approve", "-target=organization.acme");
      assertThat(applied.exit()).as(applied.both()).isZero();
      assertThat(desk.run("plan", "--sandbox", "--base=last").err()).contains("-target");
    }
  }

  @Test
  void withoutGitThereIsNoCommitAndNoWordAboutIt() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    var applied = desk.run("apply", "--sandbox", "-auto-approve");
    assertThat(applied.exit()).isZero();
    assertThat(applied.both()).doesNotContainIgnoringCase("git");
    assertThat(desk.run("history", "1", "--sandbox").out()).doesNotContain("commit");
  }

  @Test
  void errorsOfHeadAndBaseAreSaidTogether() throws IOException {
    try (var repo = Repo.at(directory)) {
      repo.file("a.yaml", "version: 1\nthen: 1\n").commit();
      Files.writeString(directory.resolve("a.yaml"), "version: 1\nnow: 1\n");
      var run = Desk.in(directory).with("ORGFORM_BASE", "HEAD").run("plan", "--sandbox");
      assertThat(run.exit()).isEqualTo(65);
      assertThat(run.err())
          .contains("on a.yaml line 2", "on HEAD:a.yaml line 2", "`now`", "`then`");
      assertThat(Desk.in(directory).run("plan", "--sandbox", "-base", "nowhere").exit())
          .as("the first of them decides")
          .isEqualTo(65);
    }
  }

  @Test
  void aWrongBaseIsWrongUsage() throws IOException {
    var run = Wishes.lay(directory, Wishes.ONE).run("apply", "--sandbox", "--base", "main");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("There is no Git work tree around .");
  }
}
