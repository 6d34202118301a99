package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.apply.Applied;
import dev.orgform.apply.Outcome;
import dev.orgform.documents.Plans;
import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.plan.Confirmation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AppliedTreeTest {
  private static final Outcome DONE = new Outcome.Done(Optional.of("9f"));
  private static final Outcome SKIPPED =
      new Outcome.Skipped(OrganizationKind.ORGANIZATION.address("acme"));

  @Test
  void showsWhatWasMade() {
    assertThat(tree(Runs.applied(Plans.creation(), DONE)))
        .isEqualTo(
            """
              + "Acme Corporation" organization.acme [id=9f]
              + └─ "Acme EMEA" organization.emea [id=9f] with profile
            """);
  }

  @Test
  void leavesOutWhatWasNotMade() {
    assertThat(tree(Runs.applied(Plans.creation(), DONE, SKIPPED)))
        .isEqualTo("  + \"Acme Corporation\" organization.acme [id=9f]\n");
  }

  @Test
  void showsWhatWasChanged() {
    assertThat(tree(Runs.applied(Plans.update(), Outcome.done(), DONE, Outcome.done())))
        .isEqualTo(
            """
              ~ "Acme New" organization.acme [id=a0] with profile
              + └─ "Acme EMEA" organization.emea [id=9f]
            """);
  }

  @Test
  void leavesOutWhatIsGoneAndKeepsWhatWasOnlyToGo() {
    var plan = Plans.deletion(Confirmation.ALLOW_DELETE);
    assertThat(tree(Runs.applied(plan, Outcome.done())))
        .isEqualTo(
            """
                "Acme" organization.acme [id=a0]
                └─ "Other" [id=d2] (not managed)
            """);
    assertThat(tree(Runs.applied(plan, SKIPPED)))
        .isEqualTo(
            """
                "Acme" organization.acme [id=a0]
                ├─ "Acme Labs" [id=d1] (not managed)
                └─ "Other" [id=d2] (not managed)
            """);
  }

  private static String tree(Applied applied) {
    return Sinks.checked(AppliedTree.of(applied));
  }
}
