package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code by what leads to it. */
class ExitCodeTest {
  @TempDir Path directory;

  @Test
  void doneAndNothingToDo() throws IOException {
    var desk = Wishes.lay(directory, Wishes.PROFILE);
    assertThat(desk.run("plan", "--sandbox").exit()).isZero();
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    assertThat(desk.run("plan", "--sandbox", "-detailed-exitcode").exit()).isZero();
    assertThat(desk.run("validate").exit()).isZero();
  }

  @Test
  void pendingOnlyWhenAsked() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    assertThat(desk.run("plan", "--sandbox", "-detailed-exitcode").exit()).isEqualTo(2);
    assertThat(desk.run("plan", "--sandbox", "-detailed-exitcode", "-json").exit()).isEqualTo(2);
  }

  @Test
  void failed() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    Files.writeString(directory.resolve(".orgform"), "in the way");
    var run = desk.run("plan", "--sandbox");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("(store-unusable)");
  }

  @Test
  void refusedByWhatIsLive() throws IOException {
    var run = Wishes.lay(directory, Wishes.PINNED_ELSEWHERE).run("plan", "--sandbox");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("(no-such-id)");
  }

  @Test
  void refusedForWantOfAConfirmation() throws IOException {
    var desk = Wishes.layLive(directory, Wishes.REMOVAL);
    assertThat(desk.run("plan", "--sandbox").exit()).as("a plan only says so").isZero();
    var run = desk.run("apply", "--sandbox", "-auto-approve");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("(deletion-not-allowed)", "(one-way-not-accepted)");
    assertThat(desk.run("sandbox", "edit", "list").out()).contains("Acme");
    var wrong = "--accept-one-way=000000000000";
    var other = desk.run("apply", "--sandbox", "-auto-approve", "--allow-delete", wrong);
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.both()).contains("(other-one-way)");
    var right = desk.oneWay();
    assertThat(desk.run("apply", "--sandbox", "-auto-approve", "--allow-delete", right).exit())
        .isZero();
    assertThat(desk.run("sandbox", "edit", "list").out()).doesNotContain("Acme");
  }

  @Test
  void incomplete() throws IOException {
    var run =
        Wishes.lay(directory, Wishes.ONE)
            .run("apply", "--sandbox", "-auto-approve", "--knob", "edition=distributor");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).contains("Apply incomplete! Resources: 0 added, 0 changed, 0 destroyed.");
  }

  @Test
  void incompleteWhenNothingShowsUpInTime() throws IOException {
    var run =
        Wishes.lay(directory, Wishes.ONE)
            .run("apply", "--sandbox", "-auto-approve", "--knob=visible-after=1h", "-settle=50ms");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("organization.acme");
  }

  @Test
  void noPlan() throws IOException {
    Files.write(directory.resolve("garbage"), new byte[] {(byte) 0xff, 0, 1, 2});
    assertThat(Desk.in(directory).run("show", "garbage").exit()).isEqualTo(5);
  }

  @Test
  void noRights() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    assertThat(desk.run("plan").exit()).isEqualTo(6);
    var run = desk.run("plan", "--sandbox", "--knob", "entitled=no");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.err()).contains("(api-denied)");
  }

  @Test
  void misused() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    assertThat(desk.run().exit()).isEqualTo(64);
    assertThat(desk.run("frobnicate").exit()).isEqualTo(64);
    var knob = desk.run("plan", "--sandbox", "--knob", "mising-profile=null");
    assertThat(knob.exit()).isEqualTo(64);
    assertThat(knob.err()).contains("Did you mean \"missing-profile\"?");
    var elsewhere = desk.with("CLOUDFLARE_BASE_URL", "https://evil.example/client/v4").run("plan");
    assertThat(elsewhere.exit()).isEqualTo(64);
    assertThat(elsewhere.err()).contains("evil.example", "--allow-host HOST");
  }

  @Test
  void misconfigured() throws IOException {
    assertThat(Desk.in(directory).run("validate").exit()).as("nothing there").isEqualTo(65);
    var desk = Wishes.lay(directory, "version: 1\norganizations: {acme: {nam: Acme}}\n");
    for (var command : new String[] {"validate", "plan", "apply"}) {
      assertThat(desk.run(command).exit()).as(command).isEqualTo(65);
    }
    assertThat(desk.run("show", "--config").exit()).isEqualTo(65);
  }

  @Test
  void everyExitCodeIsExplained() {
    var said = Desk.in(directory).run("explain", "exit-codes").out();
    for (int code : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 64, 65, 130, 143}) {
      assertThat(said).containsPattern("(?m)^ *" + code + "  \\w");
    }
  }
}
