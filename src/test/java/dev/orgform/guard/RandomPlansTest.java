package dev.orgform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Limit;
import dev.orgform.model.Limited;
import dev.orgform.model.Policy;
import dev.orgform.model.Removal;
import dev.orgform.plan.Change;
import dev.orgform.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is live and wanted, no plan that does more than it may can be applied. */
class RandomPlansTest {
  private static final int PLANS = 10_000;

  @Test
  void nothingAboveALimitAndNothingProtectedLeavesAsAnApplyablePlan() {
    int refused = 0;
    int passed = 0;
    for (int seed = 0; seed < PLANS; seed++) {
      var random = new Random(seed);
      var bare = estate(random).plan();
      var policy = policy(random);
      var plan = bare.guardedBy(Guards.of(policy, Optional.empty()));
      boolean mayBe = mayBe(bare, policy);
      assertThat(plan.applyable()).as("seed " + seed).isEqualTo(bare.applyable() && mayBe);
      assertThat(plan.diagnostics())
          .filteredOn(said -> !bare.diagnostics().contains(said))
          .as("seed " + seed)
          .allSatisfy(
              objection -> {
                assertThat(objection.places()).isNotEmpty();
                assertThat(objection.remedy()).isNotBlank();
                assertThat(objection.code().family()).isEqualTo(Code.Family.REFUSED);
              });
      refused += mayBe ? 0 : 1;
      passed += plan.applyable() ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(PLANS / 10);
    assertThat(passed).isGreaterThan(PLANS / 10);
  }

  /** The weaker of two guard files never counts, whichever of them is the base's. */
  @Test
  void theStricterOfTwoGuardFilesHolds() {
    for (int seed = 0; seed < PLANS / 10; seed++) {
      var random = new Random(seed);
      var bare = estate(random).plan();
      var head = policy(random);
      var base = policy(random);
      var plan = bare.guardedBy(Guards.of(head, Optional.of(base)));
      assertThat(plan.applyable())
          .as("seed " + seed)
          .isEqualTo(bare.applyable() && mayBe(bare, head) && mayBe(bare, base));
    }
  }

  private static Estates estate(Random random) {
    var estate = new Estates();
    for (int i = random.nextInt(12); i > 0; i--) {
      estate.declared("d" + i, "name", random.nextInt(3) == 0 ? "other" : "name");
      if (random.nextBoolean()) {
        estate.profile("d" + i, "1", random.nextInt(3) == 0 ? "2" : "1");
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      estate.removed("r" + i, random.nextBoolean() ? form(random) : Removal.Form.SENTENCE);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      estate.created("c" + i, "new");
    }
    return estate;
  }

  private static Removal.Form form(Random random) {
    return Removal.Form.values()[random.nextInt(Removal.Form.values().length)];
  }

  private static Policy policy(Random random) {
    var protections = new ArrayList<Policy.Protection>();
    if (random.nextInt(3) == 0) {
      protections.add(
          new Policy.Protection("r" + random.nextInt(4), Optional.empty(), Estates.at(2)));
    }
    var limits = new TreeMap<Limited, Limit>();
    for (var limited : Limited.values()) {
      if (random.nextInt(3) == 0) {
        int count = random.nextInt(6) - 1;
        int percent = count < 0 || random.nextBoolean() ? 1 + random.nextInt(100) : -1;
        limits.put(limited, Estates.limit(count, percent));
      }
    }
    return new Policy(
        Optional.of(Estates.at(1)),
        protections,
        limits,
        Policy.NONE.admins(),
        List.of(),
        List.of());
  }

  /** The rule, counted again without the code that is tried. */
  private static boolean mayBe(Plan plan, Policy policy) {
    long live = plan.live().resources().all().size();
    long organizations =
        plan.live().resources().all().stream()
            .filter(resource -> resource.kind().name().equals("organization"))
            .count();
    var changes = plan.steps().stream().map(step -> step.change()).toList();
    var deleted = changes.stream().filter(Change.Delete.class::isInstance).toList();
    long updated = changes.stream().filter(Change.Update.class::isInstance).count();
    boolean created = changes.stream().anyMatch(Change.Create.class::isInstance);
    boolean absent =
        deleted.stream()
            .anyMatch(d -> ((Change.Delete) d).removal().form() == Removal.Form.ABSENCE);
    boolean touched =
        deleted.stream()
            .map(d -> ((Change.Delete) d).live().id().orElseThrow())
            .anyMatch(id -> policy.protections().stream().anyMatch(p -> p.id().equals(id)));
    return within(policy, Limited.DELETES, deleted.size(), organizations + deleted.size())
        && within(policy, Limited.UPDATES, updated, live)
        && !touched
        && (!absent || live > 0 || created);
  }

  private static boolean within(Policy policy, Limited limited, long done, long all) {
    var limit = policy.limits().get(limited);
    if (limit == null || done == 0) {
      return true;
    }
    boolean counted = limit.count().isEmpty() || done <= limit.count().getAsInt();
    boolean shared =
        limit.percent().isEmpty()
            || done == 1
            || done <= Math.ceil(all * (double) limit.percent().getAsInt() / 100 - 1e-9);
    return counted && shared;
  }
}
