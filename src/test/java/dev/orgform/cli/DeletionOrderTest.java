package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the look at an organization and its DELETE nothing else is asked. */
class DeletionOrderTest {
  private static final Pattern REQUEST = Pattern.compile("(GET|DELETE) [^\\s&]+(?=.*  for )");

  /** Behind the three of the plan and the list of what is inside. */
  private static final int LOOK = 5;

  @TempDir Path directory;

  private Desk desk() throws IOException {
    Wishes.layLive(directory, Wishes.ONE);
    return Wishes.lay(directory, Wishes.REMOVAL);
  }

  @Test
  void theLookByIdComesLast() throws IOException {
    var desk = desk();
    var run = apply(desk);
    assertThat(run.exit()).as(run.both()).isZero();
    var told = desk.run("history", "1", "--sandbox").out();
    assertThat(REQUEST.matcher(told).results().map(found -> found.group()))
        .as(told)
        .containsExactly(
            "GET /organizations?parent.id=" + Wishes.ID,
            "GET /organizations/" + Wishes.ID,
            "DELETE /organizations/" + Wishes.ID);
  }

  /** The list may wait for what lags; an edit behind it is seen by the look that follows. */
  @Test
  void whoeverEditsWhileTheListIsReadKeepsIt() throws IOException {
    var desk = desk();
    var run = apply(desk, "--faults", LOOK + ":editor(rename)");
    assertThat(run.exit()).as(run.both()).isEqualTo(4);
    assertThat(run.err()).contains("changed since it was planned");
    assertThat(desk.run("sandbox", "edit", "list").out()).contains(Wishes.ID);
  }

  private static Desk.Run apply(Desk desk, String... more) {
    var words = new String[more.length + 5];
    words[0] = "apply";
    words[1] = "--sandbox";
    words[2] = "-auto-approve";
    words[3] = "--allow-delete";
    words[4] = desk.oneWay();
    System.arraycopy(more, 0, words, 5, more.length);
    return desk.run(words);
  }
}
