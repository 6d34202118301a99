package dev.orgform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped engine keeps every promise, whatever goes wrong. */
class ChaosTest {
  private static final int THREADS = 2;

  @Test
  void fiveHundredSeedsAreClean() {
    runs(500, number -> number + 1);
  }

  @Test
  void everySeedThatEverFailedIsCleanNow() {
    var seeds = seeds();
    runs(seeds.size(), number -> seeds.get((int) number));
  }

  @Test
  void theSameSeedIsTheSameStory() {
    for (long seed = 1; seed <= 50; seed++) {
      var one = Simulation.SHIPPED.run(seed);
      var other = Simulation.SHIPPED.run(seed);
      assertThat(other.hash()).as("seed " + seed).isEqualTo(one.hash());
    }
  }

  @Test
  void whatAStorySaysWentWrongReplaysIt() {
    for (long seed = 1; seed <= 50; seed++) {
      var story = Simulation.SHIPPED.run(seed);
      var replay =
          new Simulation(
                  Engine.SHIPPED,
                  java.util.Optional.of(story.faults()),
                  java.util.Optional.of(Mishaps.Listed.parse(story.mishaps().toString())),
                  false)
              .run(seed);
      assertThat(replay.hash()).as(story.command()).isEqualTo(story.hash());
    }
  }

  /** The same ground for every commit, and new ground for each. */
  @Test
  @Tag("chaos")
  void manySeedsAreClean() {
    int count = Integer.getInteger("orgform.chaos.seeds", 10_000);
    long commit =
        Long.parseUnsignedLong(System.getProperty("orgform.chaos.commit", "0"), 16) & 0xFFFFFFFL;
    long began = System.nanoTime();
    runs(count, number -> number < count / 2 ? number + 1 : (commit << 20) + number);
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d seeds in %.0f s, %.0f seeds/s, commit %x%n",
        count,
        seconds,
        count / seconds,
        commit);
  }

  private static void runs(int count, LongUnaryOperator seeds) {
    var broken = new ArrayList<String>();
    int run =
        new Campaign(Simulation.SHIPPED, THREADS, 3)
            .run(
                count,
                seeds,
                story -> {
                  if (!story.isClean()) {
                    var small = Shrinking.of(Engine.SHIPPED, story);
                    broken.add(small.violation().orElseThrow() + "\n" + small.command());
                  }
                });
    assertThat(broken).isEmpty();
    assertThat(run).isEqualTo(count);
  }

  private static List<Long> seeds() {
    try (var in = ChaosTest.class.getResourceAsStream("/chaos/seeds.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
