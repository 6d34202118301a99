package dev.orgform.cli;

import dev.orgform.chaos.Campaign;
import dev.orgform.chaos.Shrinking;
import dev.orgform.chaos.Simulation;
import dev.orgform.chaos.Story;
import dev.orgform.chaos.Tally;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Runs seeds and says what came of them.
 *
 * @param simulation what is run with each
 */
record ChaosRun(Simulation simulation, Output output) {
  private static final int ENOUGH = 5;

  /**
   * Runs so many seeds from the first on, or fewer where promises are broken.
   *
   * @return the exit code
   */
  int run(long first, int count) {
    var broken = new ArrayList<Story>();
    var met = new Tally();
    long began = System.nanoTime();
    int run =
        new Campaign(simulation, Runtime.getRuntime().availableProcessors(), ENOUGH)
            .run(
                count,
                number -> first + number,
                story -> {
                  met.add(story.met());
                  if (count == 1) {
                    output.text(String.join("\n", story.lines()));
                  }
                  if (!story.isClean()) {
                    broken.add(story);
                  }
                });
    if (count > 1) {
      output.text(met.toString());
    }
    output.text(summary(run, broken.size(), Duration.ofNanos(System.nanoTime() - began)));
    broken.forEach(this::tell);
    return broken.isEmpty() ? Exit.DONE : Exit.FAILED;
  }

  private static String summary(int run, int broken, Duration took) {
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d %s, %.0f seeds/s",
        run,
        run == 1 ? "seed" : "seeds",
        broken,
        broken == 1 ? "broken promise" : "broken promises",
        run * 1e9 / Math.max(1, took.toNanos()));
  }

  /** The command goes to stdout, where no frame and no line break spoils it for copying. */
  private void tell(Story story) {
    var small = Shrinking.of(simulation.engine(), story);
    output.text(small.command());
    output.diagnostic(
        Diagnostic.error(
                Code.INTERNAL,
                "Seed " + story.seed() + " broke a promise: " + small.violation().orElseThrow())
            .todo("The command on stdout replays it, with nothing going wrong that need not."));
  }
}
