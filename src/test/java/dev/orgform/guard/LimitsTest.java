package dev.orgform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Limited;
import dev.orgform.model.Policy;
import dev.orgform.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static List<Diagnostic> objections(Plan plan, Policy policy) {
    return plan.guardedBy(Guards.of(policy, Optional.empty())).diagnostics();
  }

  /** Removed of so many in all, with a count and a percentage (-1: not said). */
  @ParameterizedTest
  @CsvSource({
    // n = 1
    "1, 1, 0, -1, false", "1, 1, 1, -1, true", "1, 1, -1, 1, true", "1, 1, 0, 100, false",
    // n = 2
    "1, 2, -1, 1, true", "2, 2, -1, 50, false", "2, 2, -1, 51, true", "2, 2, 1, 100, false",
    // n = 3
    "1, 3, -1, 33, true", "2, 3, -1, 33, false", "2, 3, -1, 34, true", "2, 3, -1, 66, true",
    "3, 3, -1, 66, false", "3, 3, -1, 67, true", "3, 3, 3, 100, true", "3, 3, 2, 100, false",
    // n = 10
    "1, 10, -1, 10, true", "2, 10, -1, 10, false", "2, 10, -1, 11, true", "3, 10, 3, 30, true",
    "4, 10, 3, 40, false", "4, 10, 5, 30, false", "1, 10, -1, 1, true", "10, 10, -1, 100, true",
    // n = 11
    "1, 11, -1, 9, true", "2, 11, -1, 9, false", "2, 11, -1, 10, true", "3, 11, -1, 18, false",
    "2, 11, -1, 18, true", "3, 11, -1, 19, true", "11, 11, 11, -1, true", "11, 11, 10, -1, false"
  })
  void deletes(int removed, int all, int count, int percent, boolean passes) {
    var plan = new Estates().unchanged(all - removed).removed(removed).plan();
    var policy = Estates.limiting(Limited.DELETES, Estates.limit(count, percent));

    var objections = objections(plan, policy);

    assertThat(plan.steps()).hasSize(removed);
    assertThat(objections.isEmpty()).isEqualTo(passes);
    assertThat(objections)
        .allSatisfy(
            objection -> {
              assertThat(objection.code()).isEqualTo(Code.LIMIT_EXCEEDED);
              assertThat(objection.places()).containsExactly(Estates.at(7));
              assertThat(objection.remedy()).contains("limits.deletes");
            });
  }

  /** Updates are counted over organizations and profiles together, of all that is declared. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, -1, true",
    "1, 0, 0, -1, false",
    "1, 1, 1, -1, false",
    "1, 1, 2, -1, true",
    "2, 2, -1, 50, true",
    "3, 2, -1, 50, false",
    "1, 0, -1, 1, true"
  })
  void updates(int renamed, int called, int count, int percent, boolean passes) {
    var estate = new Estates();
    for (int i = 0; i < 4; i++) {
      estate.declared("o" + i, "name", i < renamed ? "other" : "name");
      estate.profile("o" + i, "1", i < called ? "2" : "1");
    }
    var policy = Estates.limiting(Limited.UPDATES, Estates.limit(count, percent));

    assertThat(objections(estate.plan(), policy).isEmpty()).isEqualTo(passes);
  }

  @Test
  void creationsAreNotLimited() {
    var plan = new Estates().created("a", "A").created("b", "B").plan();
    for (var limited : Limited.values()) {
      assertThat(objections(plan, Estates.limiting(limited, Estates.limit(0, -1)))).isEmpty();
    }
  }

  @Test
  void whatIsNotSaidIsNotLimited() {
    assertThat(objections(new Estates().unchanged(1).removed(50).plan(), Policy.NONE)).isEmpty();
  }
}
