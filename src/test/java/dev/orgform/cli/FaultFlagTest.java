package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.FaultList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong in the sandbox is chosen on the command line. */
class FaultFlagTest {
  @TempDir Path directory;

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(
        directory.resolve("organizations.yaml"),
        "version: 1\norganizations: {acme: {name: Acme}}\n");
  }

  @Test
  void theListHasEveryFault() {
    var run = Desk.in(directory).run("sandbox", "--list-faults");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(FaultList.ALL)
        .allSatisfy(fault -> assertThat(run.out()).contains(fault.form(), fault.meaning()));
  }

  @Test
  void aFaultThatThereIsNotIsWrongUsage() {
    for (String[] line :
        new String[][] {
          {"plan", "--sandbox", "--faults", "1:rest"},
          {"sandbox", "--port", "0", "--faults", "1:rest"}
        }) {
      var run = Desk.in(directory).run(line);
      assertThat(run.exit()).as(run.both()).isEqualTo(Exit.USAGE);
      assertThat(run.err()).contains("There is no fault \"rest\". Did you mean \"reset\"?");
    }
  }

  /** With credentials and an address at which nobody may be asked. */
  @ParameterizedTest
  @CsvSource({
    "plan --faults 1:401, --faults works in the sandbox alone, (ORGFORM_FAULTS)",
    "plan --knob entitled=no, --knob works in the sandbox alone, (ORGFORM_KNOB)",
    "apply -auto-approve --faults seed:1, --faults works in the sandbox alone, Add --sandbox",
    "history --knob entitled=no --faults 1:401, --knob and --faults work in the sandbox alone,"
        + " leave out --knob and --faults"
  })
  void whatIsForTheSandboxIsNotForCloudflare(String line, String title, String remedy) {
    var desk =
        Desk.in(directory)
            .with("CLOUDFLARE_API_TOKEN", "t0ken")
            .with("CLOUDFLARE_BASE_URL", "http://127.0.0.1:1/client/v4");

    var run = desk.run(line.split(" "));

    assertThat(run.exit()).as(run.both()).isEqualTo(64);
    assertThat(run.err()).contains(title).contains(remedy.strip());
  }

  @Test
  void aVariableForTheSandboxIsNotForCloudflareEither() {
    var run = Desk.in(directory).with("ORGFORM_FAULTS", "seed:4").run("plan");

    assertThat(run.exit()).as(run.both()).isEqualTo(64);
    assertThat(run.err()).contains("--faults works in the sandbox alone");
  }

  @Test
  void noFaultsAreNoFaultsAnywhere() {
    var run = Desk.in(directory).run("plan", "--faults", "none");

    assertThat(run.exit()).as("only credentials are missing").isEqualTo(6);
  }

  @Test
  void theRequestWithTheFaultMeetsWithIt() {
    assertThat(Desk.in(directory).run("plan", "--sandbox").exit()).isZero();
    var run = Desk.in(directory).run("plan", "--sandbox", "--faults", "1:401");
    assertThat(run.exit()).as(run.both()).isEqualTo(6);
    assertThat(run.err()).contains("was answered 401");
  }

  @Test
  void aLostAnswerLosesAndDoublesNothing() {
    var run =
        Desk.in(directory)
            .run("apply", "--sandbox", "-auto-approve", "--faults", "3:acted+reset@0");
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(Desk.in(directory).run("sandbox", "edit", "list").out().lines()).hasSize(1);
  }
}
