package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanTextTest {
  @Test
  void saysThatThereIsNothingToDo() {
    assertThat(text(Plans.empty()))
        .isEqualTo(
            """
            No changes. Your infrastructure matches the configuration.
            Reading took 2 requests.
            """);
  }

  @Test
  void showsWhatChangesWithin() {
    assertThat(text(Plans.update()))
        .isEqualTo(
            """
            Blast radius: the user of this credential becomes super administrator of 1 new organization (no accounts yet).

            Resource actions are indicated with the following symbols:
              + create
              ~ update in-place

            orgform will perform the following actions:

              # organization.acme will be updated in-place
              # (because name is not as declared at main.yaml:4:3)
              # (2 requests with the Global API key; the next apply can undo it)
              ~ organization "acme" {
                    id   = "a0"
                  ~ name = "Acme" -> "Acme New"
                    # (1 unchanged attribute hidden)
                }

              # organization.emea will be created
              # (because declared at main.yaml:4:3, and nothing live matches it)
              # (3 requests with an API token or the Global API key; a revert does not undo it, a deletion under `removed` does)
              + organization "emea" {
                  + id     = (known after apply)
                  + name   = "Acme EMEA"
                  + parent = "a0" # organization.acme
                }

              # profile.acme will be updated in-place
              # (because business_name, business_phone, external_metadata are not as declared at main.yaml:6:3)
              # (2 requests with the Global API key; the next apply can undo it)
              ~ profile "acme" {
                  ~ business_name     = <<-EOT
                        Acme
                      - 2nd line
                      + Second line
                        Third
                    EOT
                  ~ business_phone    = "" -> "+1 555 0100"
                  ~ external_metadata = jsonencode({
                      ~ cost_center = 4711 -> 4712
                      + deep        = {
                          + x = true
                        }
                      - owner       = "alice"
                      ~ tags        = [
                            # (1 unchanged element hidden)
                          ~ "b" -> "c"
                        ]
                    })
                    # (2 unchanged attributes hidden)
                }

            Plan: 1 to add, 2 to change, 0 to destroy.
            Reading took 2 requests; applying takes about 7 more, with the Global API key.
            """);
  }

  @Test
  void showsWhatGoesAndWhatThatTakes() {
    assertThat(text(Plans.deletion()))
        .isEqualTo(
            """
            Blast radius: the members of 1 destroyed organization cease to be super administrators there (no accounts by then).

            Resource actions are indicated with the following symbols:
              - destroy
              ! one-way: cannot be undone by this tool

            orgform will perform the following actions:

              # organization.id:d1 ("Acme Labs") will be destroyed
              # (because `removed` says so at main.yaml:9:3)
              # (3 requests with the Global API key)
              ! one-way: only Cloudflare Support could undo it
              - organization "id:d1" {
                  - id     = "d1" -> null
                  - name   = "Acme Labs" -> null
                  - parent = "a0" -> null # organization.acme
                }

            Note: living under what is managed here, declared nowhere, and left alone (1):
                organization "Other" [id=d2] under organization.acme

            Needs confirmation: this plan destroys 1, so apply will want --allow-delete.
            Needs confirmation: only Cloudflare Support can undo 1 of these steps, so apply will want --accept-one-way=%s.

            ╷
            │ Note: "Old" is already gone
            │
            │   on main.yaml line 10, column 3:
            │     10:   acme:
            │           ^^^^
            │
            │ No live organization has the id gone.
            │
            │ The sentence under `removed` does no harm; take it out when you like.
            │
            │ (already-removed)
            ╵

            Plan: 0 to add, 0 to change, 1 to destroy. One-way: 1.
            Reading took 2 requests; applying takes about 3 more, with the Global API key.
            """
                .formatted(Plans.deletion().oneWay().orElseThrow()));
    assertThat(text(Plans.deletion(Confirmation.ALLOW_DELETE))).doesNotContain("--allow-delete");
  }

  @Test
  void saysWhatIsKnownOnlyLater() {
    assertThat(text(Plans.creation()))
        .contains("      + id     = (known after apply)\n")
        .contains("      + parent = (known after apply) # organization.acme\n");
  }

  @Test
  void saysThatPlanningFailed() {
    assertThat(text(Plans.refused()))
        .contains("orgform planned the following actions, but there are errors:")
        .contains("│ Error: profile.emea needs the Global API key")
        .contains("\nPlanning failed. The errors above must be dealt with first.\n")
        .doesNotContain("\nPlan: ")
        .doesNotContain("applying takes");
  }

  @Test
  void namesSomeOfManyUnmanaged() {
    var unmanaged = new ArrayList<Resource>();
    for (int i = 0; i < 30; i++) {
      unmanaged.add(Plans.undeclared("u" + (10 + i), "U" + i, Plans.ref("acme")));
    }
    var live =
        new Live(
            Resources.of(List.of(Plans.live("acme", "a0", "Acme", Value.none()))),
            Resources.of(unmanaged),
            1);
    var plan =
        Planner.plan(Plans.desired(Plans.wanted("acme", "Acme", Value.none())), live, Set.of());
    assertThat(text(plan))
        .contains("left alone (30):")
        .contains("\"U19\" [id=u29]")
        .doesNotContain("\"U20\"")
        .contains("    and 10 more; `orgform show -json` names them all\n")
        .contains("No changes.");
  }

  @Test
  void cutsWhatNobodyReads() {
    var text = text(Plans.full("line\n".repeat(3_000)));
    assertThat(text).contains("more lines; `-json` has them)");
    assertThat(text.lines().count()).isLessThan(12_000);
  }

  @ParameterizedTest
  @MethodSource("dev.orgform.documents.PlanDocumentTest#plans")
  void isTheSameForASavedPlan(Plan plan) {
    var fresh = PlanDocument.of(plan, "0");
    var saved = PlanDocument.read(fresh.pretty(), "p").value().orElseThrow();
    assertThat(PlanText.of(saved).in(Ink.COLOUR)).isEqualTo(PlanText.of(fresh).in(Ink.COLOUR));
  }

  private static String text(Plan plan) {
    return Sinks.checked(PlanText.of(PlanDocument.of(plan, "0.1.0")));
  }
}
