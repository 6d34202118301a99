package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift becomes what the YAML says, and nothing else in the file moves. */
class DriftAcceptCommandTest {
  private static final String HEAD =
      """
      # the tree of Acme
      version: 1
      organizations:
        acme:   # the root
          name: Acme
          id: aa01
      """;

  @TempDir Path directory;

  private Desk.Run accept(String yaml, String profile, String... more) throws IOException {
    return acceptNamed(yaml, "Acme", profile, more);
  }

  private Desk.Run acceptNamed(String yaml, String name, String profile, String... more)
      throws IOException {
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    Estate.parse(
            "estate",
            "{\"organizations\": [{\"id\": \"aa01\", \"name\": \"%s\", \"profile\": {%s}}]}"
                .formatted(name, profile))
        .save(store.sandboxEstate());
    Files.write(
        directory.resolve("main.yaml"), yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var words = new java.util.ArrayList<>(List.of("drift", "accept", "--sandbox"));
    words.addAll(List.of(more));
    return Desk.in(directory).run(words.toArray(String[]::new));
  }

  /** The file afterwards, when nothing drifts any more. */
  private String accepted(String yaml, String profile) throws IOException {
    var run = accept(yaml, profile, "profile.acme", "--write");
    assertThat(run.exit()).as(run.err()).isZero();
    var drift = Desk.in(directory).run("drift", "--sandbox", "-detailed-exitcode");
    assertThat(drift.exit()).as(drift.out()).isZero();
    return Files.readString(directory.resolve("main.yaml"));
  }

  @Test
  void aPatch() throws IOException {
    var yaml = HEAD + "    profile: {business_name: Acme, business_phone: '1'} # both\n";
    var run =
        accept(yaml, "\"business_name\": \"Acme\", \"business_phone\": \"it's 2\"", "profile.acme");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/main.yaml
            +++ b/main.yaml
            @@ -4,4 +4,4 @@
               acme:   # the root
                 name: Acme
                 id: aa01
            -    profile: {business_name: Acme, business_phone: '1'} # both
            +    profile: {business_name: Acme, business_phone: 'it''s 2'} # both
            """);
    assertThat(directory.resolve("main.yaml")).hasContent(yaml);
  }

  @Test
  void aName() throws IOException {
    var run = acceptNamed(HEAD, "Globex: \\u200b", "", "organization.acme", "--write");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("Changed main.yaml\n");
    assertThat(directory.resolve("main.yaml"))
        .hasContent(HEAD.replace("name: Acme", "name: \"Globex: \\u200B\""));
  }

  @Test
  void everyKindOfQuotes() throws IOException {
    assertThat(
            accepted(
                HEAD
                    + """
                        profile:
                          business_name: plain   # stays
                          business_email: 'single'
                          business_phone: "double"
                          business_address: |
                            two
                            lines

                          # between
                          external_metadata: 4711
                    """,
                "\"business_name\": \"new name\", \"business_email\": \"a'b\", \"business_phone\":"
                    + " \"\\\"1\\\"\", \"business_address\": \"one\\ntwo\", \"external_metadata\":"
                    + " \"4712\""))
        .isEqualTo(
            HEAD
                + """
                    profile:
                      business_name: new name   # stays
                      business_email: 'a''b'
                      business_phone: "\\"1\\""
                      business_address: "one\\ntwo"

                      # between
                      external_metadata: "4712"
                """);
  }

  @Test
  void leavesOfMaps() throws IOException {
    assertThat(
            accepted(
                HEAD
                    + """
                        profile:
                          business_address:
                            # where we are
                            line1: 1 Acme Way  # door
                            city: "Springfield"
                            zip: '0123'  # gone soon
                          external_metadata: {cost: 4711, tier: "1", tags: [a, b], deep: {x: 1, y: 2}}
                    """,
                "\"business_address\": \"{\\\"line1\\\":\\\"2 Acme"
                    + " Way\\\",\\\"city\\\":\\\"Shelbyville\\\",\\\"country\\\":\\\"NO\\\"}\",\"external_metadata\":"
                    + " \"{\\\"cost\\\":4712.5,\\\"tags\\\":[\\\"a\\\",\\\"c\\\"],\\\"deep\\\":{\\\"y\\\":null},\\\"new\\\":[1]}\""))
        .isEqualTo(
            HEAD
                + """
                    profile:
                      business_address:
                        # where we are
                        line1: "2 Acme Way"  # door
                        city: "Shelbyville"
                        country: "NO"
                      external_metadata: {cost: 4712.5, tags: [a, c], deep: {y: null}, new: [1]}
                """);
  }

  @Test
  void anotherShape() throws IOException {
    assertThat(
            accepted(
                HEAD
                    + """
                        profile:
                          business_address:
                            city: Springfield
                          external_metadata: {cost: 1}
                    """,
                "\"business_address\": \"plain text\", \"external_metadata\": \"[1]\""))
        .isEqualTo(
            HEAD
                + """
                    profile:
                      business_address: plain text
                      external_metadata: "[1]"
                """);
    assertThat(
            accepted(
                HEAD
                    + "    profile:\n"
                    + "      external_metadata:\n"
                    + "        a: {b: 1}\n"
                    + "        c: [{d: 1}]\n",
                "\"external_metadata\": \"{\\\"a\\\":[{\\\"x\\\":1}],\\\"c\\\":{}}\""))
        .isEqualTo(
            HEAD + "    profile:\n      external_metadata:\n        a: [{x: 1}]\n        c: {}\n");
  }

  @Test
  void whatDefaultsSayIsSaidByTheOrganization() throws IOException {
    var defaults =
        "version: 1\n"
            + "defaults: {profile: {business_name: All, business_address: {country: US, city:"
            + " x}}}\n";
    var tree = "organizations:\n  acme:\n    name: Acme\n    id: aa01 # last\n";
    var live =
        "\"business_name\": \"One\", \"business_address\":"
            + " \"{\\\"country\\\":\\\"CA\\\",\\\"city\\\":\\\"x\\\"}\"";
    assertThat(accepted(defaults + tree, live))
        .isEqualTo(
            defaults
                + tree
                + "    profile:\n      business_address:\n        country: CA\n"
                + "      business_name: One\n");
    assertThat(
            accepted(
                defaults + tree + "    profile: {business_address: {city: y}}\n",
                live.replace("US", "CA")))
        .isEqualTo(
            defaults
                + tree
                + "    profile: {business_address: {city: x, country: CA}, business_name: One}\n");
    var run =
        accept(
            defaults + tree,
            "\"business_name\": \"All\", \"business_address\": \"{\\\"city\\\":\\\"x\\\"}\"",
            "profile.acme",
            "--write");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("on main.yaml line 2, column 70", "stands in `defaults`");
    assertThat(directory.resolve("main.yaml")).hasContent(defaults + tree);
  }

  @Test
  void windowsLinesAndMarksAndPermissionsStay() throws IOException {
    var yaml = "\ufeff" + (HEAD + "    profile:\n      business_phone: '1'").replace("\n", "\r\n");
    var file = directory.resolve("main.yaml");
    Files.writeString(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(accepted(yaml, "\"business_phone\": \"2\"")).isEqualTo(yaml.replace("'1'", "'2'"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    var patch = accept(yaml, "\"business_phone\": \"2\"", "profile.acme").out();
    assertThat(patch)
        .endsWith(
            """
            -      business_phone: '1'
            \\ No newline at end of file
            +      business_phone: '2'
            \\ No newline at end of file
            """);
  }

  @Test
  void whatCannotBeEditedIsRefusedAndNothingIsWritten() throws IOException {
    var variable = HEAD + "    profile: {business_name: x, business_phone: \"${env.PHONE}\"}\n";
    Files.writeString(directory.resolve("main.yaml"), variable);
    var run =
        accept(
            variable,
            "\"business_name\": \"y\", \"business_phone\": \"2\"",
            "profile.acme",
            "--write");
    assertThat(run.err()).contains("PHONE is not set");

    var block =
        HEAD
            + "    profile:\n"
            + "      business_name: x\n"
            + "      business_address:\n"
            + "        # door\n"
            + "        a: b\n";
    run =
        accept(
            block,
            "\"business_name\": \"y\", \"business_address\": \"text\"",
            "profile.acme",
            "--write");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("line 9, column 7", "a comment in it be lost");
    assertThat(directory.resolve("main.yaml")).hasContent(block);
    run =
        accept(
            block,
            "\"business_name\": \"y\", \"business_address\": \"text\"",
            "profile.acme",
            "--write",
            "--field=business_name");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(directory.resolve("main.yaml")).hasContent(block.replace(": x", ": y"));
  }

  @Test
  void aVariableIsNoPlaceToWriteTo() throws IOException {
    var yaml = HEAD + "    profile: {business_phone: \"${env.PHONE}\"}\n";
    accept(yaml, "\"business_phone\": \"2\"", "profile.acme");
    var run =
        Desk.in(directory)
            .with("PHONE", "1")
            .run("drift", "accept", "profile.acme", "--sandbox", "--write");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("on main.yaml line 7, column 31", "comes from a variable");
  }

  @Test
  void addressesThatMeanNothing() throws IOException {
    var yaml = HEAD + "    profile: {business_name: x}\n";
    var same = "\"business_name\": \"x\"";
    assertThat(accept(yaml, same, "profile.acme").exit()).isZero();
    assertThat(accept(yaml, same, "profile.acme").err())
        .contains("Nothing drifted at profile.acme");
    assertThat(accept(yaml, same, "profile.other").exit()).isEqualTo(64);
    assertThat(accept(yaml, same, "profile.acme", "--field=nothing").exit()).isEqualTo(64);
    assertThat(accept(yaml, same, "acme").exit()).isEqualTo(64);
    var missing =
        acceptNamed(HEAD.replace("    id: aa01\n", ""), "Other", same, "organization.acme");
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.err()).contains("organization.acme is not live");
  }

  @Test
  void theCredentialIsNeverWritten() throws IOException {
    var run =
        accept(
            HEAD + "    profile: {business_name: x}\n",
            "\"business_name\": \"sandbox-key-0000000000000000000000000\"",
            "profile.acme");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("It holds the very credential");
  }
}
