package dev.orgform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A harness that cannot fail is worth nothing: it finds every bug that is planted. */
class PlantedBugsTest {
  /** How many seeds every build of a change runs anyway. */
  private static final int SEEDS = 10_000;

  @Test
  void everyPlantedBugIsFoundWithinTheSeedsOfABuild() {
    var table = new StringBuilder();
    var missed = new ArrayList<Planted>();
    for (var bug : Planted.values()) {
      List<Story> found = new ArrayList<>();
      int run =
          new Campaign(Simulation.of(bug.engine()), 2, 1)
              .run(
                  SEEDS,
                  number -> number + 1,
                  story -> {
                    if (!story.isClean()) {
                      found.add(story);
                    }
                  });
      if (found.isEmpty()) {
        missed.add(bug);
      } else {
        var first = found.getFirst();
        table.append(
            String.format(
                Locale.ROOT,
                "%-28s %6d seeds  seed %-6d %s%n",
                bug.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                run,
                first.seed(),
                first.violation().orElseThrow()));
      }
    }
    System.out.println(table);
    assertThat(missed).isEmpty();
  }
}
