package dev.orgform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A harness that cannot fail is worth nothing: it finds every bug that is planted. */
class PlantedBugsTest {
  /** How many seeds every build of a change runs anyway. */
  private static final int SEEDS = 10_000;

  /** Seeds that found some that are hard to find: tried first, and all others after them. */
  private static final Map<Planted, Long> FIRST =
      Map.of(
          Planted.TRUNCATED_JSON_ACCEPTED, 3_897L,
          Planted.PAGES_SPLICED, 883L,
          Planted.WINDOW_HALVED, 451L);

  @ParameterizedTest
  @EnumSource(Planted.class)
  void isFoundWithinTheSeedsOfABuild(Planted bug) {
    List<Story> found = new ArrayList<>();
    new Campaign(Simulation.of(bug.engine()), 1, 1)
        .run(
            SEEDS,
            number -> number == 0 ? FIRST.getOrDefault(bug, 1L) : number,
            story -> {
              if (!story.isClean()) {
                found.add(story);
              }
            });
    assertThat(found).isNotEmpty();
    System.out.print(row(bug, found.getFirst()));
  }

  private static String row(Planted bug, Story first) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s |%n",
        bug.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        first.seed(),
        first.violation().orElseThrow().promise());
  }
}
