package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags as people know them from Terraform, and what is said of those that do not exist. */
class FlagTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"-", "--"})
  void oneDashAndTwo(String dashes) throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    assertThat(desk.run("plan", dashes + "sandbox", dashes + "detailed-exitcode").exit())
        .isEqualTo(2);
    assertThat(desk.run("plan", dashes + "sandbox", dashes + "out=" + dashes + "p").exit())
        .isZero();
    assertThat(directory.resolve(dashes + "p")).exists();
    assertThat(desk.run("plan", dashes + "sandbox", dashes + "out", "q.json").exit()).isZero();
    assertThat(directory.resolve("q.json")).exists();
    assertThat(desk.run("apply", dashes + "sandbox", dashes + "input=false").exit()).isEqualTo(3);
    assertThat(desk.run("apply", dashes + "sandbox", dashes + "auto-approve").exit()).isZero();
  }

  @Test
  void anotherDirectory() throws IOException {
    Files.createDirectory(directory.resolve("there"));
    Wishes.lay(directory.resolve("there"), Wishes.ONE);
    var desk = Desk.in(directory);
    assertThat(desk.run("-chdir=there", "plan", "--sandbox", "-out=p.json").exit()).isZero();
    assertThat(directory.resolve("there/p.json")).exists();
    assertThat(directory.resolve("there/.orgform")).isDirectory();
    assertThat(directory.resolve(".orgform")).doesNotExist();
    assertThat(desk.run("--chdir", "there", "show", "p.json").exit()).isZero();
    assertThat(desk.run("-chdir=nowhere", "plan").err()).contains("nowhere is not a directory");
    assertThat(desk.run("-chdir=nowhere", "plan").exit()).isEqualTo(64);
    assertThat(desk.run("plan", "-chdir=there").err())
        .contains("It stands before the command: orgform -chdir=... plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "abc", "", "101", "99999999999999999999", "1.5"})
  void aUselessParallelism(String number) throws IOException {
    var run = Wishes.lay(directory, "not even yaml: [").run("plan", "-parallelism=" + number);
    assertThat(run.exit()).as("said before anything is read").isEqualTo(64);
    assertThat(run.err()).contains("is not a number from 1 to 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1200", "1300", "-1", "abc", "", "99999999999999999999"})
  void aReserveThatLeavesNothing(String number) throws IOException {
    var run = Wishes.lay(directory, "not even yaml: [").run("plan", "--reserve=" + number);
    assertThat(run.exit()).as("said before anything is read").isEqualTo(64);
    assertThat(run.err()).contains("is not a number from 0 to 1199");
  }

  @Test
  void theGreatestReserve() throws IOException {
    var run = Wishes.lay(directory, Wishes.ONE).run("plan", "--sandbox", "--reserve=1199");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "plan, -converge, --converge does nothing without --base",
    "apply, --converge, --converge does nothing without --base",
    "graph, --converge, --converge does nothing without --base",
    "plan, --adopt, --adopt does nothing without --base",
    "apply, -adopt, --adopt does nothing without --base",
    "plan, -expires=5m, --expires does nothing without -out",
    "plan, --sign-key=k, --sign-key does nothing without -out"
  })
  void flagsThatWouldDoNothing(String command, String flag, String said) throws IOException {
    var run = Wishes.lay(directory, "not even yaml: [").run(command, "--sandbox", flag);
    assertThat(run.exit()).as("said before anything is read").isEqualTo(64);
    assertThat(run.err()).contains(said, "Leave " + said.split(" ")[0] + " out");
  }

  @Test
  void whatTheEnvironmentSaysIsAHabit() throws IOException {
    var desk =
        Wishes.lay(directory, Wishes.ONE)
            .with("ORGFORM_EXPIRES", "5m")
            .with("ORGFORM_CONVERGE", "true");
    assertThat(desk.run("plan", "--sandbox").exit()).isZero();
    assertThat(desk.with("ORGFORM_OUT", "p.json").run("plan", "--sandbox", "-expires=1h").exit())
        .isZero();
  }

  @Test
  void aPathThatIsNotThere() {
    var run = Desk.in(directory).run("validate", "nowhere");
    assertThat(run.exit()).isEqualTo(65);
    assertThat(run.err())
        .contains("There is no file or folder nowhere")
        .doesNotContain("may not read");
  }

  @ParameterizedTest
  @CsvSource({
    "plan, --detailed-exit, There is no option --detailed-exit, Did you mean"
        + " `--detailed-exitcode`?",
    "plan, -paralelism=3, There is no option -paralelism, Did you mean `--parallelism`?",
    "apply, --auto-aprove, There is no option --auto-aprove, Did you mean `--auto-approve`?",
    "plan, --hlp, There is no option --hlp, Did you mean `--help`?",
    "plan, --frobnicate, There is no option --frobnicate, See orgform plan --help.",
    "version, please, 'version does not take \"please\"', See orgform version --help."
  })
  void whatDoesNotExist(String command, String word, String title, String hint) {
    var run = Desk.in(directory).run(command, word);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(title, hint).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"paln, plan", "aply, apply", "validat, validate", "sandbx, sandbox", "shwo, show"})
  void aMisspelledCommand(String word, String meant) {
    assertThat(Desk.in(directory).run(word).err())
        .contains("There is no command \"" + word + "\"", "Did you mean `" + meant + "`?");
  }

  @Test
  void flagsFromTheEnvironment() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE).with("ORGFORM_SANDBOX", "true");
    assertThat(desk.with("ORGFORM_DETAILED_EXITCODE", "true").run("plan").exit()).isEqualTo(2);
    assertThat(desk.with("ORGFORM_OUT", "p.json").run("plan").exit()).isZero();
    assertThat(directory.resolve("p.json")).exists();
    assertThat(desk.with("ORGFORM_AUTO_APPROVE", "true").run("apply").exit()).isZero();
    assertThat(desk.with("ORGFORM_KNOB", "entitled=no").run("plan").exit()).isEqualTo(6);
    assertThat(desk.with("ORGFORM_SANDBOX", "false").run("plan").exit())
        .as("false is not set")
        .isEqualTo(6);
    assertThat(desk.with("ORGFORM_ATTIC", "full").run("plan").exit()).as("no such flag").isZero();
  }

  @Test
  void aFlagWinsOverTheEnvironment() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE).with("ORGFORM_STORE", "here");
    assertThat(desk.run("plan", "--sandbox").exit()).isZero();
    assertThat(directory.resolve("here")).isDirectory();
    assertThat(desk.run("plan", "--sandbox", "--store", "there").exit()).isZero();
    assertThat(directory.resolve("there")).isDirectory();
  }

  @Test
  void aWrongVariableIsNamed() throws IOException {
    var desk = Wishes.lay(directory, Wishes.ONE);
    var run = desk.with("ORGFORM_PARALLELISM", "many").run("plan", "--sandbox");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("It comes from the environment variable ORGFORM_PARALLELISM.");
    assertThat(desk.run("plan", "--sandbox", "-parallelism=many").err())
        .doesNotContain("environment variable");
  }

  @Test
  void hostileArgumentsCannotForgeOutput() {
    var run = Desk.in(directory).run("plan", "--x\u001b[2J\n::error::pwned");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.both()).doesNotContain("\u001b", "\n::error");
  }
}
