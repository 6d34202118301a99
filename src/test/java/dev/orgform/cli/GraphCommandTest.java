package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.Schemas;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree without anybody's help, and the steps of a plan made now or saved. */
class GraphCommandTest {
  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.PROFILE);
  }

  @Test
  void theTreeNeedsNoCredential() {
    var run = desk.run("graph");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("    \"Acme\" organization.acme with profile\n");
    assertThat(desk.run("graph", "-format=dot", "main.yaml").out()).startsWith("digraph orgform {");
    assertThat(desk.run("graph", "--format", "mermaid").out())
        .isEqualTo("flowchart LR\n  n1[\"Acme<br/>organization.acme\"]\n");
    assertThat(directory.resolve(".orgform")).doesNotExist();
  }

  @Test
  void stepsOfAPlanMadeNowAndOfTheSameSaved() {
    var now = desk.run("graph", "--plan", "--sandbox");
    assertThat(now.exit()).isZero();
    assertThat(now.out())
        .isEqualTo(
            """
            Round 1
              + organization.acme "Acme"

            Round 2
              + profile.acme after organization.acme
            """);
    assertThat(desk.run("plan", "--sandbox", "-out=p.json").exit()).isZero();
    assertThat(desk.run("graph", "p.json").out()).isEqualTo(now.out());
    assertThat(desk.run("graph", "p.json", "--format=mermaid").out())
        .isEqualTo(
            """
            flowchart LR
              n1["#43; organization.acme<br/>Acme"]
              n2["#43; profile.acme"]
              n1 --> n2
            """);
  }

  @Test
  void aPlanThatIsRefusedIsDrawnAllTheSame() throws IOException {
    desk = Wishes.layLive(directory, Wishes.REMOVAL.replace("name: Acme", "name: Other"));
    var run = desk.run("graph", "--plan", "--sandbox");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains("  - ! organization.id:" + Wishes.ID + " \"Acme\"");
    assertThat(run.err()).contains("Error: ");
  }

  @Test
  void misuse() {
    assertThat(desk.run("plan", "--sandbox", "-out=p.json").exit()).isZero();
    for (var words :
        new String[][] {
          {"graph", "p.json", "main.yaml"}, {"graph", "p.json", "--plan"}, {"graph", "-format=svg"}
        }) {
      var run = desk.run(words);
      assertThat(run.exit()).isEqualTo(64);
      assertThat(run.out()).isEmpty();
    }
    assertThat(desk.run("graph", "nowhere").exit()).isEqualTo(65);
  }

  @Test
  void linesForPrograms() {
    var run = desk.run("graph", "-json", "-format=dot");
    assertThat(run.out().lines())
        .hasSize(6)
        .allSatisfy(line -> assertThat(Schemas.event().complaints(line)).isEmpty());
  }
}
