package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
