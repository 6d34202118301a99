package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Scheduler;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.chaos.Engine;
import dev.orgform.chaos.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation at the command line. */
class SandboxChaosCommandTest {
  @TempDir Path directory;

  private Desk.Run chaos(String... arguments) {
    var line = new String[arguments.length + 2];
    line[0] = "sandbox";
    line[1] = "chaos";
    System.arraycopy(arguments, 0, line, 2, arguments.length);
    return Desk.in(directory).run(line);
  }

  @Test
  void oneSeedTellsItsStoryAndTouchesNoFile() {
    var run = chaos("--seed", "7");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" begins", " sends GET /organizations", " ends 0");
    assertThat(run.out()).contains("1 seed, 0 broken promises, ");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theSameSeedIsTheSameStory() {
    assertThat(lines(chaos("--seed", "4711"))).isEqualTo(lines(chaos("--seed", "4711")));
  }

  /** All but the last line, which tells how fast it was. */
  private static String lines(Desk.Run run) {
    return run.out().strip().replaceFirst("[^\n]*$", "");
  }

  @Test
  void severalSeedsEndWithWhatTheyMet() {
    var run = chaos("--seed", "1", "--seeds", "20");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.out()).contains("kills", "20 seeds, 0 broken promises, ");
    assertThat(run.out()).doesNotContain(" begins");
  }

  @Test
  void whatGoesWrongMayBeSaid() {
    var run = chaos("--seed", "7", "--faults", "none", "--mishaps", "12:kill");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.out()).containsOnlyOnce(" dies");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --seeds   | 0       | There are no 0 seeds to run
          --seed    | x       | x
          --faults  | 1:rest  | Did you mean "reset"?
          --mishaps | 12      | such as 12:kill
          --mishaps | 12:boom | There is no mishap "boom"; there are kill, stop, full, forward, back
          """)
  void whatCannotBeUnderstoodIsWrongUsage(String option, String value, String said) {
    var run = chaos(option, value);
    assertThat(run.exit()).as(run.both()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).doesNotContain("Exception", "\tat ");
  }

  /** An engine that never waits. */
  private static final Engine HASTY =
      new Engine() {
        @Override
        public Transport paced(Transport inner, Scheduler scheduler, Stop stop) {
          return inner;
        }
      };

  @Test
  void aBrokenPromiseIsAFailureWithACommandThatReplaysIt() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell = Desk.in(directory).shell(stream(out), stream(err));
    int exit = new ChaosRun(Simulation.of(HASTY), Output.of(shell, new OutputOptions())).run(1, 3);
    assertThat(exit).isEqualTo(Exit.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("broke a promise: I7: ", "inside Retry-After");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "(?m)^\\./orgform sandbox chaos --seed [0-9]+ --faults '[0-9]+:.*' --mishaps '.*'$");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
