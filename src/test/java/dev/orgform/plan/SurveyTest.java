package dev.orgform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Desired;
import dev.orgform.world.Declared;
import dev.orgform.world.Forest;
import dev.orgform.world.Org;
import dev.orgform.world.Remote;
import dev.orgform.world.Run;
import dev.orgform.world.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What drift finds is what a plan without a base would change, and everything live is counted. */
final class SurveyTest {
  private static final int WORLDS = 5_000;

  @Test
  void agreesWithAPlanInEveryWorld() {
    int told = 0;
    int drifted = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      var random = new SplittableRandom(seed);
      var forest = new Forest();
      var desired = world(random, forest);
      var run = new Run(new Remote(new VirtualTime(), forest), 1);
      var survey = run.survey(desired);
      if (survey.value().isEmpty()) {
        assertThat(run.checked(desired).value()).as("seed " + seed).isEmpty();
        continue;
      }
      told++;
      drifted += survey.value().get().drift().isEmpty() ? 0 : 1;
      agrees(survey.value().get(), run.plan(desired), desired, forest, "seed " + seed);
    }
    assertThat(told).isGreaterThan(WORLDS / 2);
    assertThat(drifted).isBetween(told / 4, told - told / 20);
  }

  private static void agrees(
      Survey survey, Plan plan, Desired desired, Forest forest, String seed) {
    var deleted =
        plan.steps().stream()
            .map(Step::change)
            .filter(Change.Delete.class::isInstance)
            .map(Change::address)
            .collect(Collectors.toCollection(TreeSet::new));
    var changed =
        plan.steps().stream()
            .map(Step::address)
            .filter(address -> !deleted.contains(address))
            .filter(address -> address.kind().equals("organization"))
            .collect(Collectors.toCollection(TreeSet::new));
    plan.diagnostics().stream()
        .filter(one -> one.isError() && one.code() == Code.FIXED_FIELD)
        .forEach(one -> changed.add(one.address().orElseThrow()));
    assertThat(
            survey.drift().stream()
                .map(Drift::address)
                .filter(address -> address.kind().equals("organization")))
        .as(seed)
        .containsExactlyElementsOf(changed);
    assertThat(survey.doomed().stream().map(one -> one.live().address()))
        .as(seed)
        .containsAll(deleted);
    assertThat(survey.seen()).as(seed).isEqualTo(forest.all().size());
    long missing = survey.drift().stream().filter(Drift.Missing.class::isInstance).count();
    long declared =
        desired.resources().all().stream()
            .filter(one -> one.address().kind().equals("organization"))
            .count();
    assertThat(survey.managed()).as(seed).isEqualTo((int) (declared - missing));
    assertThat(survey.unmanaged().size() + deleted.size() + survey.managed())
        .as(seed)
        .isEqualTo(survey.seen());
  }

  private static Desired world(SplittableRandom random, Forest forest) {
    List<Org> live = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      var parent =
          live.isEmpty() || random.nextBoolean()
              ? Optional.<String>empty()
              : Optional.of(live.get(random.nextInt(live.size())).id());
      live.add(forest.create(name(random), parent));
    }
    var declared = new Declared();
    List<String> keys = new ArrayList<>();
    var pinned = new TreeSet<String>();
    for (int i = random.nextInt(5); i > 0; i--) {
      var key = "k" + i;
      boolean root = keys.isEmpty() || random.nextBoolean();
      var parent = root ? "" : keys.get(random.nextInt(keys.size()));
      var id = live.isEmpty() ? "" : live.get(random.nextInt(live.size())).id();
      boolean pins = !id.isEmpty() && random.nextInt(3) == 0 && pinned.add(id);
      if (pins && root) {
        declared.pinned(id, key, name(random));
      } else if (pins) {
        declared.pinnedBelow(parent, id, key, name(random));
      } else if (root) {
        declared.root(key, name(random));
      } else {
        declared.below(parent, key, name(random));
      }
      if (random.nextInt(3) == 0) {
        declared.profile(key, "business_name", name(random));
      }
      keys.add(key);
    }
    live.stream()
        .filter(org -> pinned.isEmpty() && random.nextInt(6) == 0)
        .limit(1)
        .forEach(org -> declared.removed(org.id(), org.name()));
    return declared.desired();
  }

  private static String name(SplittableRandom random) {
    return "n" + random.nextInt(4);
  }
}
