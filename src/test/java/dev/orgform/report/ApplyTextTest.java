package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.apply.Outcome;
import dev.orgform.documents.Plans;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Value;
import dev.orgform.plan.Planner;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ApplyTextTest {
  private static final Diagnostic WHY = Diagnostic.error(Code.API_REFUSED, "403 Forbidden");

  @Test
  void isDoneInOneLine() {
    var applied = Runs.applied(Plans.update(), Outcome.done());
    assertThat(Sinks.checked(ApplyText.summary(applied)))
        .isEqualTo("Apply complete! Resources: 1 added, 2 changed, 0 destroyed.\n");
    assertThat(ApplyText.problems(applied).isEmpty()).isTrue();
  }

  @Test
  void isHonestWhenItIsNot() {
    var plan = Plans.creation();
    var applied =
        Runs.applied(
            plan,
            new Outcome.Done(Optional.of("9f")),
            new Outcome.Unknown(WHY),
            new Outcome.Skipped(plan.steps().get(1).address()));
    assertThat(Sinks.checked(ApplyText.summary(applied)))
        .isEqualTo(
            """
            Apply incomplete! Resources: 1 added, 0 changed, 0 destroyed.

            Done:
              + organization.acme [id=9f]

            Sent, and nobody can tell whether it took effect:
              + organization.emea

            Not tried, because it rests on something that is not done:
              + profile.emea

            What is done stays done. Deal with the errors, then plan and apply again: the plan
            reads what is live, so it shows what is left, and whether the unknown took effect.
            """);
    assertThat(Sinks.checked(ApplyText.problems(applied)))
        .contains("Error: 403 Forbidden")
        .doesNotContain("step-skipped");
  }

  @Test
  void namesManyAndCountsTheRest() {
    var wanted = new dev.orgform.model.Resource[70];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Plans.wanted("o" + (100 + i), "O" + i, Value.none());
    }
    var plan = Planner.plan(Plans.desired(wanted), Plans.live(), Set.of());
    var applied = Runs.applied(plan, new Outcome.Failed(WHY));
    assertThat(Sinks.checked(ApplyText.summary(applied)))
        .contains("Failed, and so not done:\n  + organization.o100\n")
        .contains("  + organization.o149\n    and 20 more\n");
  }
}
