package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential that stops being good in the middle of an apply. */
class ExpiredTest {
  private static final String SAID = "Error: The credential expired or was revoked during this run";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk =
        Wishes.lay(
            directory,
            """
            version: 1
            organizations:
              acme:
                name: Acme
                organizations:
                  emea: {name: EMEA}
            """);
  }

  private Desk.Run apply(String... more) {
    var words = new ArrayList<String>();
    words.add("apply");
    words.add("--sandbox");
    words.add("-auto-approve");
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2:expired", "2:revoked", "3:expired", "3:revoked"})
  void beforeAnythingWasDone(String faults) {
    var run = apply("--faults", faults);
    assertThat(run.exit()).as(run.both()).isEqualTo(6);
    assertThat(run.err()).containsOnlyOnce(SAID);
    assertThat(run.out()).contains("Apply incomplete! Resources: 0 added");
    assertThat(desk.run("history", "--sandbox").out()).contains("exit 6").doesNotContain("open");
    assertThat(apply().exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4:expired", "4:revoked", "5:expired", "6:revoked"})
  void behindACreate(String faults) {
    var run = apply("--faults", faults);
    assertThat(run.exit()).as(run.both()).isEqualTo(4);
    assertThat(run.err()).containsOnlyOnce(SAID).contains("Then apply again:");

    var next = apply();
    assertThat(next.exit()).as(next.both()).isZero();
    assertThat(desk.run("sandbox", "edit", "list").out()).containsOnlyOnce("EMEA");
  }

  @Test
  void whatTheApiHasAnsweredIsNotCalledUnknown() {
    assertThat(apply("--faults", "4:expired").out())
        .contains("Answered as done, and not seen since:")
        .doesNotContain("nobody can tell");
  }
}
