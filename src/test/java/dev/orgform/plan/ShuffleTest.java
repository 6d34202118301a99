package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Desired;
import dev.orgform.world.Canon;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Habits;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the API orders, cuts and delays its answers, there is one plan. */
class ShuffleTest {
  private static final int SHUFFLES = 10_000;

  @Test
  void everyOrderPageSizeAndParallelismGivesOnePlan() {
    var forest = new Forest();
    var desired = estate(forest);
    var plans =
        IntStream.range(0, SHUFFLES)
            .parallel()
            .mapToObj(seed -> plan(forest, desired, new Random(seed)))
            .distinct()
            .toList();
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst()).contains("+ ").contains("~ ").contains("- ");
  }

  private static String plan(Forest forest, Desired desired, Random random) {
    var remote =
        new Remote(new VirtualTime(), forest)
            .taking(call -> Duration.ofMillis(random.nextInt(50)))
            .behaving(shuffled(random.nextLong(), 1 + random.nextInt(16)));
    var plan = new Run(remote, 1 + random.nextInt(16)).plan(desired);
    return PlanDocument.of(plan, "test").hash() + Canon.of(plan);
  }

  /** One order per listing, so that its pages are those of one list. */
  private static Habits shuffled(long seed, int pages) {
    return Habits.PLAIN
        .largestPage(pages)
        .order(
            orgs -> {
              var shuffled = new ArrayList<>(orgs);
              Collections.shuffle(shuffled, new Random(seed));
              return shuffled;
            });
  }

  private static Desired estate(Forest forest) {
    var declared = new Declared().root("root", "Root").profile("root", "business_name", "B");
    var root = forest.create("Root", Optional.empty()).id();
    for (int i = 0; i < 4; i++) {
      var key = "team" + (7 - i);
      declared.below("root", key, "Team " + i);
      if (i > 0) {
        var id = forest.create((i == 1 ? "Was " : "Team ") + i, Optional.of(root)).id();
        forest.profile(id, Profiles.with("business_phone", "1"));
        declared.previously(key, "Was " + i).profile(key, "business_phone", "" + i % 2);
      }
    }
    var old = forest.create("Old", Optional.of(root)).id();
    var older = forest.create("Older", Optional.of(old)).id();
    forest.create("Stranger", Optional.of(root));
    forest.create("Elsewhere", Optional.empty());
    return declared.removed(old, "Old").removed(older, "Older").desired();
  }
}
