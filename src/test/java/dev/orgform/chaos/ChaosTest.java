package dev.orgform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped engine keeps every promise, whatever goes wrong. */
class ChaosTest {
  private static final int THREADS = 2;

  /** A promise that is kept because nothing ever tried it is not shown to be kept. */
  @Test
  void fiveHundredSeedsAreCleanAndMeetWhateverCouldBreakAPromise() {
    var met = runs(500, number -> number + 1);
    assertThat(met.missing()).as(met.toString()).isEmpty();
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
                  Optional.of(story.faults()),
                  Optional.of(Mishaps.Listed.parse(story.mishaps().toString())),
                  false)
              .run(seed);
      assertThat(replay.hash()).as(story.command()).isEqualTo(story.hash());
    }
  }

  /** The same ground for every commit, and new ground for each; from where an earlier run ended. */
  @Test
  @Tag("chaos")
  void manySeedsAreClean() {
    int count = Integer.getInteger("orgform.chaos.seeds", 10_000);
    long commit =
        Long.parseUnsignedLong(System.getProperty("orgform.chaos.commit", "0"), 16) & 0xFFFFFFFL;
    int from = Integer.getInteger("orgform.chaos.from", 0);
    LongUnaryOperator seeds = number -> number < count / 2 ? number + 1 : (commit << 20) + number;
    long began = System.nanoTime();
    var met = longRun(count - from, number -> seeds.applyAsLong(from + number));
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d seeds from number %,d on in %.0f s, %.0f seeds/s, commit %07x; what they met:%n%s%n",
        count - from,
        from + 1,
        seconds,
        (count - from) / seconds,
        commit,
        met);
  }

  /** As {@link #runs}, says every minute how far it is, and ends at the first broken promise. */
  private static Tally longRun(int count, LongUnaryOperator seeds) {
    var met = new Tally();
    var broken = new ArrayList<String>();
    var progress = new Progress(count);
    int run =
        new Campaign(Simulation.SHIPPED, THREADS, 1)
            .run(
                count,
                seeds,
                story -> {
                  met.add(story.met());
                  progress.one();
                  if (!story.isClean()) {
                    broken.add(shrunk(story));
                    System.err.println(broken.getLast());
                  }
                });
    assertThat(broken).isEmpty();
    assertThat(run).isEqualTo(count);
    return met;
  }

  private static String shrunk(Story story) {
    var small = Shrinking.of(Engine.SHIPPED, story);
    return small.violation().orElseThrow() + "\n" + small.command();
  }

  private static Tally runs(int count, LongUnaryOperator seeds) {
    var met = new Tally();
    var broken = new ArrayList<String>();
    int run =
        new Campaign(Simulation.SHIPPED, THREADS, 3)
            .run(
                count,
                seeds,
                story -> {
                  met.add(story.met());
                  if (!story.isClean()) {
                    broken.add(shrunk(story));
                  }
                });
    assertThat(broken).isEmpty();
    assertThat(run).isEqualTo(count);
    return met;
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
