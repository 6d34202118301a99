package dev.orgform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.cli.Desk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder planned, applied and planned again, with the exact words and the estate left. */
class ScenarioTest {
  @TempDir Path directory;

  static Stream<Scenario> all() throws IOException {
    return Scenario.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isPlannedAndAppliedAsItSays(Scenario scenario) throws IOException {
    assertThat(scenario.shows()).as("what the folder is for").isNotBlank();
    var stage = Stage.set(scenario, directory);

    var plan = stage.plan("-detailed-exitcode");
    Golden.check(scenario.file("plan.txt"), Stage.timeless(plan.both()));
    assertThat(stage.plan("-out=plan.json").out()).isEqualTo(plan.out());
    if (stage.has("plan.json")) {
      Golden.check(scenario.file("plan.json"), Stage.planAlone(stage.read("plan.json")));
      assertThat(stage.show("plan.json").out()).isEqualTo(plan.out());
    }
    assertThat(stage.after()).as("the estate after a plan").isEqualTo(stage.before());

    var apply = stage.apply();
    var again = stage.plan("-detailed-exitcode");
    Golden.check(scenario.file("apply.txt"), progress(plan, apply));
    Golden.check(scenario.file("exit"), exits(plan, apply, again));
    switch (scenario.ends()) {
      case CONVERGED -> {
        assertThat(again.out()).as("the second plan").contains("No changes.");
        assertThat(again.exit()).isZero();
        Golden.check(scenario.file("after.json"), stage.after());
      }
      case INCOMPLETE -> {
        assertThat(apply.exit()).isEqualTo(4);
        assertThat(again.exit()).as(again.both()).isEqualTo(2);
        Golden.check(scenario.file("after.json"), stage.after());
      }
      case REFUSED -> {
        assertThat(apply.exit()).as(apply.both()).isNotZero();
        assertThat(stage.after()).as("the estate").isEqualTo(stage.before());
      }
    }
  }

  @Test
  void thereAreAtLeastTwentyFive() throws IOException {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(25);
  }

  /** What apply says, without repeating what plan said already. */
  private static String progress(Desk.Run plan, Desk.Run apply) {
    var said = Stage.timeless(plan.both());
    var all = Stage.timeless(apply.both());
    return all.startsWith(said) ? "(the plan)\n" + all.substring(said.length()) : all;
  }

  private static String exits(Desk.Run plan, Desk.Run apply, Desk.Run again) {
    return "plan: %d%napply: %d%nplan again: %d%n"
        .formatted(plan.exit(), apply.exit(), again.exit());
  }
}
