package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Planner;
import dev.orgform.plan.Terms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan with a base says of what others changed and of what it meets for the first time. */
final class AsideTextTest {
  @Test
  void showsDriftBeforeTheChanges() {
    assertThat(text(Plans.drifted()))
        .isEqualTo(
            """
            Blast radius: the user of this credential becomes super administrator of 1 new organization (no accounts yet).

            Note: Objects have changed outside of orgform

            orgform found these not as the YAML declares them:

              # organization.acme ("Acme Worldwide") has changed
              # (declared at main.yaml:4:3)
              ~ organization "acme" {
                    id   = "a0"
                  ~ name = "Acme" -> "Acme Worldwide"
                }

              # profile.acme has changed
              # (declared at main.yaml:6:3)
              ~ profile "acme" {
                  ~ business_name     = "Acme One" -> "Acme Two"
                  ~ external_metadata = jsonencode({
                      ~ cost_center = 4711 -> 1
                    })
                }

            Note: 1 more object changed outside of orgform where this plan changes nothing; `orgform drift` shows more.

            The YAML did not change there, so this plan leaves it as it is. To have it as
            declared, add --converge; to keep what is live, write that into the YAML.

            Note: 1 object differs where the guard file says that it is nobody's business.

            Resource actions are indicated with the following symbols:
              + create

            orgform will perform the following actions:

              # organization.apac will be created
              # (because declared at main.yaml:4:3, and nothing live matches it)
              # (3 requests with an API token or the Global API key; a revert does not undo it, a deletion under `removed` does)
              + organization "apac" {
                  + id     = (known after apply)
                  + name   = "Acme APAC"
                  + parent = "a0" # organization.acme
                }

            Plan: 1 to add, 0 to change, 0 to destroy.
            Reading took 2 requests; applying takes about 3 more, with an API token or the Global API key.
            """);
  }

  @Test
  void fixesDriftWhereAskedTo() {
    assertThat(text(Plans.drifted(true)))
        .doesNotContain("Objects have changed")
        .contains("~ name = \"Acme Worldwide\" -> \"Acme\"")
        .contains("# organization.emea will be created")
        .contains("Note: 1 object differs where the guard file says");
  }

  @Test
  void showsWhatIsMetForTheFirstTime() {
    assertThat(text(Plans.adoption()))
        .startsWith(
            """
            Blast radius: nobody becomes or ceases to be super administrator.

            What exists and is declared for the first time:

              # organization.acme will be adopted
              # (declared at main.yaml:4:3)
              = organization "acme" name="Acme" [id=a0]

              # profile.acme will be adopted
              # (declared at main.yaml:6:3)
              # (take-over: business_name, business_phone hold something else, which is overwritten below)
              = profile "acme"

            Resource actions are indicated with the following symbols:
              ~ update in-place
              = adopt: it exists already

            orgform will perform the following actions:

              # profile.acme will be updated in-place
            """)
        .endsWith(
            """
            Needs confirmation: this plan overwrites what is declared for the first time, in 1 object, so apply will want --adopt.

            Plan: 0 to add, 1 to change, 0 to destroy. Adopted: 2.
            Reading took 2 requests; applying takes about 2 more, with the Global API key.
            """);
  }

  /** Who has to deal with an error first has no use for a page of drift. */
  @Test
  void onlyCountsDriftInAPlanThatIsRefused() {
    assertThat(text(Plans.conflict()))
        .startsWith(
            "Note: 2 objects changed outside of orgform; `orgform drift` shows more.\n\n"
                + "╷\n"
                + "│ Error:")
        .doesNotContain("has changed", "--converge");
  }

  @Test
  void saysWhenThereIsOnlyDrift() {
    assertThat(text(missing(1)))
        .startsWith(
            "Note: 1 object changed outside of orgform where this plan changes nothing;"
                + " `orgform drift` shows more.\n")
        .contains("\nNo changes. The YAML asks for nothing new, and drift is left alone.\n");
  }

  @Test
  void showsSomeOfManyAndCountsTheOthers() {
    assertThat(drift(missing(60)))
        .contains("organization.o59 ", "\n\n  and 10 more; `-json` names them all\n")
        .doesNotContain("organization.o60 ");
  }

  /** A chain of three below a root, with a profile in it, and another root. */
  @Test
  void whatIsMissingBelowSomethingMissingIsCounted() {
    var head =
        Plans.desired(
            Plans.wanted("a", "A", Value.none()),
            Plans.wanted("b", "B", Plans.ref("a")),
            Plans.wanted("c", "C", Plans.ref("b")),
            Plans.wanted("z", "Z", Value.none()));
    var nothing = new Live(Resources.of(List.of()), Resources.of(List.of()), 1);
    var plan = Planner.plan(head, nothing, Terms.PLAIN.since(head));

    assertThat(drift(plan))
        .contains("  # organization.a (\"A\") is missing, and so are 2 below it\n")
        .contains("  # organization.z (\"Z\") is missing\n")
        .doesNotContain("organization.b", "organization.c", " more;");
    assertThat(PlanDocument.of(plan, "0").drift()).as("the document keeps all").hasSize(4);
    assertThat(PlanDocument.of(plan, "0").line())
        .contains("\"state\":\"missing\",\"within\":\"organization.a\"");
  }

  @Test
  void isHarmlessInTheLinesOfTheStream() {
    var plan = PlanDocument.of(Plans.fullOfDrift("::x##[y]\u001b[2J"), "0");
    assertThat(plan.drift()).extracting(DriftedObject::state).hasSize(3);
    plan.drift().forEach(one -> Sinks.assertHarmless(AsideLine.of(one)));
    plan.adopted().forEach(one -> Sinks.assertHarmless(AsideLine.of(one)));
  }

  private static Plan missing(int count) {
    List<Resource> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(Plans.wanted("o" + (10 + i), "O" + (10 + i), Value.none()));
    }
    var head = Plans.desired(wanted.toArray(Resource[]::new));
    var nothing = new Live(Resources.of(List.of()), Resources.of(List.of()), 1);
    return Planner.plan(head, nothing, Terms.PLAIN.since(head));
  }

  private static String drift(Plan plan) {
    return Sinks.checked(DriftedText.some(PlanDocument.of(plan, "0.1.0").drift(), 50));
  }

  private static String text(Plan plan) {
    return Sinks.checked(PlanText.of(PlanDocument.of(plan, "0.1.0")));
  }
}
