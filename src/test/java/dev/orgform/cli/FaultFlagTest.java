package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.sandbox.FaultList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
