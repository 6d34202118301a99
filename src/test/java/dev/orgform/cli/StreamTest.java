package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data on stdout, chatter on stderr, colours where they are wanted. */
class StreamTest {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Shell.Terminals PERSON = new Shell.Terminals(true, true, true);

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.PROFILE);
  }

  static Stream<List<String>> jsonCommands() {
    return Stream.of(
        List.of("plan", "--sandbox", "-json"),
        List.of("plan", "--sandbox", "-json", "-out=p.json"),
        List.of("plan", "-json"),
        List.of("plan", "--sandbox", "-json", "--knob", "entitled=no"),
        List.of("plan", "nowhere", "-json"),
        List.of("apply", "--sandbox", "-json"),
        List.of("apply", "--sandbox", "-json", "-input=false"),
        List.of("apply", "--sandbox", "-json", "-auto-approve"),
        List.of("apply", "--sandbox", "-json", "-auto-approve", "--knob=edition=distributor"),
        List.of("validate", "-json"),
        List.of("validate", "nowhere", "-json"),
        List.of("show", "-json", "nowhere"),
        List.of("show", "-json", "--config"),
        List.of("explain", "-json"),
        List.of("explain", "-json", "exit-codes"),
        List.of("explain", "-json", "nonsense"),
        List.of("version", "-json"),
        List.of("sandbox", "-json", "--list-knobs"),
        List.of("sandbox", "edit", "-json", "list"),
        List.of("sandbox", "edit", "-json", "create", "x\u001b[31m\n{\"a\":1}"));
  }

  @ParameterizedTest
  @MethodSource("jsonCommands")
  void everyLineOfJsonIsOneObject(List<String> command) throws IOException {
    var run = desk.typing("no\n").run(command.toArray(String[]::new));
    assertThat(run.out()).isNotEmpty().endsWith("\n").matches("\\p{ASCII}+");
    for (var line : run.out().split("\n")) {
      assertThat(STRICT.readTree(line).isObject()).as(line).isTrue();
    }
    assertThat(run.err()).isEmpty();
  }

  @Test
  void dataAndChatterAreApart() {
    var plan = desk.run("plan", "--sandbox", "-out=p.json");
    assertThat(plan.out()).startsWith("Blast radius: ").contains("Plan: 2 to add");
    assertThat(plan.out()).doesNotContain("Saved");
    assertThat(plan.err())
        .isEqualTo(
            """

            Saved the plan to: p.json

            To perform exactly these actions, run:
                orgform apply "p.json" --sandbox
            """);

    var apply = desk.run("apply", "--sandbox", "-auto-approve");
    assertThat(apply.out()).contains("Apply complete!").doesNotContain("Creating...");
    assertThat(apply.err())
        .contains("organization.acme: Creating...")
        .doesNotContain("Apply complete!");
  }

  @Test
  void errorsAreChatter() {
    for (var command :
        List.of(
            List.of("plan"), List.of("validate", "nowhere"), List.of("show", "x"), List.of("x"))) {
      var run = desk.run(command.toArray(String[]::new));
      assertThat(run.out()).as(command.toString()).isEmpty();
      assertThat(run.err()).as(command.toString()).contains("Error: ");
    }
  }

  @Test
  void errorsOfARefusedPlanStandBesideItToo() throws IOException {
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    var id = desk.run("sandbox", "edit", "list").out().replaceAll("(?s).*?([0-9a-f]{32}).*", "$1");
    Wishes.lay(directory, "version: 1\nremoved: [{organization: " + id + ", name: Other}]\n");

    for (var command : List.of("plan", "apply")) {
      var run = desk.run(command, "--sandbox");
      assertThat(run.exit()).as(run.both()).isEqualTo(3);
      assertThat(run.out()).contains("Planning failed. The errors above");
      assertThat(run.err().lines())
          .contains("Planning failed. The plan on standard output says more of each.")
          .anyMatch(line -> line.startsWith("Error: ") && line.endsWith(" (removal-name)"));
    }
    assertThat(desk.on(PERSON).run("plan", "--sandbox").err())
        .as("who sees the plan has read them")
        .doesNotContain("removal-name");
    assertThat(desk.run("plan", "--sandbox", "-json").err()).isEmpty();
  }

  @Test
  void aPersonIsToldThatThePlanIsNotSaved() {
    assertThat(desk.run("plan", "--sandbox").err())
        .contains("Nothing was changed. orgform apply plans again");
    assertThat(desk.with("CI", "true").run("plan", "--sandbox").err()).isEmpty();
    desk.run("apply", "--sandbox", "-auto-approve");
    assertThat(desk.run("plan", "--sandbox").err()).isEmpty();
  }

  @Test
  void coloursAreForTerminals() {
    assertThat(desk.run("plan", "--sandbox").both()).doesNotContain("\u001b");
    assertThat(desk.on(PERSON).run("plan", "--sandbox").out()).contains("\u001b[");
    assertThat(desk.with("FORCE_COLOR", "1").run("plan", "--sandbox").out()).contains("\u001b[");
  }

  @Test
  void coloursCanBeRefused() {
    var person = desk.on(PERSON);
    var plain = desk.run("plan", "--sandbox").both();
    assertThat(person.with("NO_COLOR", "1").run("plan", "--sandbox").both()).isEqualTo(plain);
    assertThat(person.with("TERM", "dumb").run("plan", "--sandbox").both()).isEqualTo(plain);
    assertThat(person.run("plan", "--sandbox", "-no-color").both()).isEqualTo(plain);
    assertThat(person.with("NO_COLOR", "1").with("FORCE_COLOR", "1").run("nonsense").both())
        .doesNotContain("\u001b");
    assertThat(person.run("plan", "--sandbox", "-json").both()).doesNotContain("\u001b");
  }

  @Test
  void aFullDiskIsNoSuccess() {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    var err = new ByteArrayOutputStream();
    var shell =
        desk.shell(
            new PrintStream(full, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(Orgform.execute(shell, "plan", "--sandbox")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("(cannot-write)");
    assertThat(Orgform.execute(shell, "frobnicate")).as("the first trouble counts").isEqualTo(64);
  }
}
