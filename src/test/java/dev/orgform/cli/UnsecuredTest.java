package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that touches a list says who on it has no second factor. */
final class UnsecuredTest {
  @TempDir Path directory;

  private void declare(String members) throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        "version: 1\norganizations: {acme: {name: Acme, members: [%s]}}\n".formatted(members));
  }

  @Test
  void saysOfWhichOrganization() throws IOException {
    var desk = Desk.in(directory).with("CI", "true");
    declare("alice@acme.example");
    var first = desk.run("apply", "a.yaml", "--sandbox", "-auto-approve");
    assertThat(first.exit()).as(first.both()).isZero();
    declare("alice@acme.example, dora@acme.example");

    assertThat(desk.run("plan", "a.yaml", "--sandbox").out())
        .contains(
            """
            Blast radius: 1 of those who are or become super administrators has no two-factor authentication:
                alice@acme.example of organization.acme ("Acme") with 0 accounts
            """);
  }

  private String report(String format, String... more) throws IOException {
    var command = new ArrayList<>(List.of("plan", "a.yaml", "--sandbox"));
    command.add("--report=" + format + "=r." + format);
    command.addAll(List.of(more));
    Files.deleteIfExists(directory.resolve("r." + format));
    var run = Desk.in(directory).with("CI", "true").run(command.toArray(String[]::new));
    assertThat(run.exit()).as(run.both()).isZero();
    return Files.readString(directory.resolve("r." + format));
  }

  @Test
  void everyReportSaysWho() throws IOException {
    var desk = Desk.in(directory).with("CI", "true");
    declare("alice@acme.example");
    assertThat(desk.run("apply", "a.yaml", "--sandbox", "-auto-approve").exit()).isZero();
    declare("alice@acme.example, dora@acme.example");

    assertThat(report("markdown", "--redact=false"))
        .contains(
            "- Blast radius: 1 person is invited to be super administrator.\n"
                + "- **Two-factor:** 1 of those who are or become super administrators has no"
                + " two-factor authentication: `member.acme/alice@acme.example`.\n",
            "\u26a0 `member.acme/alice@acme.example` is or becomes super administrator, with **no"
                + " two-factor authentication** (`a.yaml:2`)");
    assertThat(report("markdown"))
        .contains("**Two-factor:** 1 of those")
        .containsPattern("no two-factor authentication: `member\\.acme/email:[0-9a-f]{6}`\\.\n")
        .doesNotContain("alice@");
    assertThat(report("html"))
        .contains("<strong>Two-factor</strong>", "alice@acme.example of organization.acme.");
    assertThat(report("html", "--redact"))
        .contains("<strong>Two-factor</strong>")
        .doesNotContain("alice@");
    for (var format : List.of("sarif", "csv", "junit")) {
      assertThat(report(format))
          .contains(format.equals("junit") ? "orgform.plan.unsecured" : "plan/unsecured")
          .contains("member.acme/alice@acme.example has no two-factor authentication, and is super")
          .doesNotContain("dora@acme.example has no two-factor");
    }
    assertThat(report("sarif", "--redact")).contains("plan/unsecured").doesNotContain("alice@");
  }

  @Test
  void aSavedPlanSaysTheSame() throws IOException {
    var desk = Desk.in(directory).with("CI", "true");
    declare("alice@acme.example");
    assertThat(desk.run("apply", "a.yaml", "--sandbox", "-auto-approve").exit()).isZero();
    declare("alice@acme.example, dora@acme.example");
    var planned = report("csv", "-out=p.json");
    assertThat(desk.run("show", "p.json", "--report=csv=s.csv").exit()).isZero();
    assertThat(directory.resolve("s.csv")).hasContent(planned);
  }
}
