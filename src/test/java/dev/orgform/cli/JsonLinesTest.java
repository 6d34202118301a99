package dev.orgform.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgform.documents.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code -json} prints, held to its schema line by line, whether a command succeeds or not:
 * the first line is the version, and the last one says how it ended.
 */
class JsonLinesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Schemas EVENTS = Schemas.event();

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, Wishes.PROFILE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, change_summary, plan --sandbox",
    "2, change_summary, plan --sandbox -detailed-exitcode",
    "0, change_summary, apply --sandbox -auto-approve",
    "3, diagnostic, apply --sandbox -input=false",
    "3, log, apply --sandbox",
    "64, log, plan --sandbox --faults nonsense",
    "65, log, plan nowhere --sandbox",
    "65, log, apply nowhere --sandbox -auto-approve",
    "6, log, plan",
    "6, log, apply -auto-approve",
    "0, validate_summary, validate",
    "65, validate_summary, validate nowhere",
    "0, declared_object, show --config",
    "5, diagnostic, show nowhere",
    "0, log, explain exit-codes",
    "0, version, version",
  })
  void theLastLineSaysHowItEnded(int exit, String last, String command) throws IOException {
    var run = run(desk.typing("no\n"), command);
    assertThat(run.exit()).as(run.both()).isEqualTo(exit);
    assertThat(run.err()).isEmpty();
    assertThat(lines(run.out()).getLast().get("type").textValue()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"plan", "apply"})
  void badYamlAndAWrongCredentialEndWithTheFailure(String command) throws IOException {
    var unknown = run(desk, command + " --sandbox --faults 1:401");
    assertThat(unknown.exit()).as(unknown.both()).isEqualTo(6);
    assertFailed(unknown);

    Wishes.lay(directory, "version: 1\norganizations: {a: {nam: A}}\n");
    var bad = run(desk, command + " --sandbox");
    assertThat(bad.exit()).isEqualTo(65);
    assertFailed(bad);
  }

  @Test
  void aRefusedPlanIsToldWholeAndEndsWithItsCounts() throws IOException {
    desk = Wishes.layLive(directory, Wishes.REMOVAL.replace("name: Acme", "name: Other"));
    var run = run(desk, "plan --sandbox");
    assertThat(run.exit()).as(run.both()).isEqualTo(3);
    var lines = lines(run.out());
    assertThat(lines.getLast().get("type").textValue()).isEqualTo("change_summary");
    assertThat(lines).anyMatch(line -> line.at("/diagnostic/severity").asText().equals("error"));
  }

  @Test
  void anApplyThatIsNotWholeEndsWithWhatItDid() throws IOException {
    var run = run(desk, "apply --sandbox -auto-approve --faults 3:403");
    assertThat(run.exit()).as(run.both()).isEqualTo(4);
    var lines = lines(run.out());
    assertThat(lines).anyMatch(line -> line.get("type").textValue().equals("apply_errored"));
    assertThat(lines.getLast().at("/changes/operation").textValue()).isEqualTo("apply");
  }

  /** Of a drift stdout has the document or nothing, and stderr the lines. */
  @Test
  void aDriftIsADocumentAndItsFailureAreLines() throws IOException {
    var told = run(desk, "drift --sandbox");
    assertThat(told.exit()).as(told.both()).isZero();
    assertThat(told.out().lines()).hasSize(1);
    assertThat(Schemas.drift().complaints(told.out())).isEmpty();

    var failed = run(desk, "drift");
    assertThat(failed.exit()).isEqualTo(6);
    assertThat(failed.out()).isEmpty();
    assertThat(lines(failed.err()).getLast().get("@level").textValue()).isEqualTo("error");
  }

  @ParameterizedTest
  @CsvSource({
    "plan --sandbox --detailed-exitcod",
    "plan --sandbox --parallelism=none",
    "apply --nonsense",
    "validate --nonsense",
    "show one two",
    "nonsense",
  })
  void aCommandLineThatCannotBeUnderstoodIsALineToo(String command) throws IOException {
    var run = run(desk, command);
    assertThat(run.exit()).as(run.both()).isEqualTo(64);
    assertThat(run.err()).isEmpty();
    assertThat(lines(run.out()).getLast().at("/diagnostic/severity").asText()).isEqualTo("error");

    var beside = run(desk, "drift --nonsense");
    assertThat(beside.exit()).isEqualTo(64);
    assertThat(beside.out()).isEmpty();
    assertThat(lines(beside.err()).getLast().get("type").textValue()).isEqualTo("diagnostic");

    var text = desk.with("ORGFORM_JSON", "1").run("plan", "--nonsense", "--", "-json");
    assertThat(text.out()).isEmpty();
    assertThat(text.err()).contains("Error: There is no option --nonsense");
  }

  /** As soon as a signal comes, before another word is said. */
  @ParameterizedTest
  @CsvSource({
    "plan, out",
    "drift, err",
    "audit Acme, err",
    "usage --account aa01, err",
    "graph --plan, out",
    "doctor, err"
  })
  void aReadingThatASignalEndsSaysSoLast(String command, String stream) throws IOException {
    var end = interrupted(command + " --sandbox -json");
    var last = lines(stream.equals("out") ? end.out() : end.err()).getLast();
    assertThat(last.at("/diagnostic/code").asText(last.toString())).contains("interrupted");
    assertThat(end.exit()).isEqualTo(130);
    assertThat(stream.equals("out") ? end.err() : end.out()).isEmpty();

    assertThat(interrupted(command + " --sandbox").err())
        .endsWith("Interrupted before it was done. Nothing was changed.\n");
  }

  private record End(int exit, String out, String err) {}

  /** What was said when the process ended. */
  private End interrupted(String command) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var ends = new ArrayList<End>();
    var calm = desk.shell(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    var hasty =
        new Interrupts() {
          @Override
          public Listening listen(IntConsumer listener) {
            listener.accept(130);
            return () -> {};
          }

          @Override
          public void die(int exit) {
            ends.add(new End(exit, out.toString(UTF_8), err.toString(UTF_8)));
          }
        };
    var shell =
        new Shell(
            calm.out(),
            calm.err(),
            calm.in(),
            calm.environment(),
            calm.directory(),
            calm.clock(),
            calm.random(),
            hasty,
            calm.terminals());
    Orgform.execute(shell, command.split(" "));
    assertThat(ends).hasSize(1);
    return ends.getFirst();
  }

  private static Desk.Run run(Desk desk, String command) {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.add("-json");
    return desk.run(words.toArray(String[]::new));
  }

  private static void assertFailed(Desk.Run run) throws IOException {
    var lines = lines(run.out());
    assertThat(lines).anyMatch(line -> line.at("/diagnostic/severity").asText().equals("error"));
    assertThat(lines.getLast().get("@message").textValue())
        .isEqualTo("Planning failed. Nothing was changed.");
  }

  /** The lines, each of which the schema knows. */
  private static List<JsonNode> lines(String out) throws IOException {
    assertThat(out).endsWith("\n");
    var lines = new ArrayList<JsonNode>();
    for (var line : out.split("\n")) {
      assertThat(EVENTS.complaints(line)).as(line).isEmpty();
      lines.add(MAPPER.readTree(line));
    }
    assertThat(lines.getFirst().get("type").textValue()).isEqualTo("version");
    assertThat(lines.stream().map(line -> line.get("@timestamp").textValue())).isSorted();
    return lines;
  }
}
