package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgform.audit.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as people ask for it. */
class AuditCommandTest {
  private static final String YAML =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Acme}
          organizations:
            emea: {name: EMEA}
      """;

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.lay(directory, YAML);
    assertThat(desk.run("apply", "--sandbox", "-auto-approve").exit()).isZero();
    edit("--as", "dana@acme.example", "profile", "Acme", "business_name=New");
    edit("--as", "eve@acme.example", "--token", "=cmd|x", "rename", "EMEA", "Europe");
  }

  private Desk.Run audit(String... more) {
    var words = new ArrayList<>(List.of("audit", "--sandbox"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  private void edit(String... words) {
    var all = new ArrayList<>(List.of("sandbox", "edit"));
    all.addAll(List.of(words));
    assertThat(desk.run(all.toArray(String[]::new)).exit()).isZero();
  }

  @Test
  void newestFirstAndHowMany() {
    var run = audit("organization.acme");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    var lines = run.out().lines().toList();
    assertThat(lines.getLast()).isEqualTo("5 entries.");
    assertThat(lines.getFirst())
        .containsPattern(
            "^2[^ ]+Z  eve@acme.example +with the API token \"=cmd\\|x\"  +PUT /organizations/");
    assertThat(lines.get(1)).contains("dana@acme.example", "in the dashboard", "/profile");
    assertThat(lines.get(4)).contains("you@sandbox.invalid", "with a Global API key", "POST ");
    assertThat(audit("organization.acme", "--oldest-first").out().lines().findFirst())
        .contains(lines.get(4));
  }

  @Test
  void byNameByIdAndByAddress() {
    var byAddress = audit("organization.acme").out();
    assertThat(audit("Acme").out()).isEqualTo(byAddress);
    var id = audit("Acme", "--format=csv").out().lines().toList().get(5).split(",")[12];
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(audit(id).out()).isEqualTo(byAddress);
    assertThat(audit("organization.id:" + id).out()).isEqualTo(byAddress);
    assertThat(audit("profile.acme").out()).contains("2 entries.").doesNotContain("eve@");
    assertThat(audit("Acme", "Europe").out()).contains("5 entries.");
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void everyFilterIsTwoFlags(Filter filter) {
    var none = audit("Acme", "--" + filter.flag(), "no such thing");
    assertThat(none.exit()).as(none.err()).isZero();
    assertThat(none.out()).isEqualTo("0 entries.\n");
    var all = audit("Acme", "-not-" + filter.flag() + "=no such thing");
    assertThat(all.out()).endsWith("5 entries.\n");
  }

  @Test
  void filtersAreAlternativesAndConditions() {
    assertThat(
            audit("Acme", "--actor-email=dana@acme.example", "--actor-email=eve@acme.example")
                .out())
        .endsWith("2 entries.\n");
    assertThat(audit("Acme", "--actor-context=dash", "--actor-email=eve@acme.example").out())
        .endsWith("0 entries.\n");
    assertThat(audit("Acme", "--not-actor-context=dash", "--not-actor-context=api_token").out())
        .endsWith("3 entries.\n");
  }

  @Test
  void asJsonLinesAndCsv() throws IOException {
    var lines = audit("Acme", "--format=jsonl").out().lines().toList();
    assertThat(lines).hasSize(5);
    var first = new ObjectMapper().readTree(lines.getFirst());
    assertThat(first.at("/actor/token_name").asText()).isEqualTo("=cmd|x");
    assertThat(first.at("/resource/request/name").asText()).isEqualTo("Europe");
    assertThat(audit("Acme", "-json").out().lines().toList()).isEqualTo(lines);
    var csv = audit("Acme", "--format=csv").out().lines().toList();
    assertThat(csv).hasSize(6);
    assertThat(csv.getFirst()).startsWith("time,id,actor_email,actor_id,actor_type,actor_context,");
    assertThat(csv.get(1)).contains(",\"'=cmd|x\",").doesNotContain(",=cmd");
  }

  @Test
  void theHistoryOfAnEntry() {
    var id = audit("Acme", "--format=csv").out().lines().toList().get(1).split(",")[1];
    var run = audit("Acme", "--history", id);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("2 entries.\n").contains("eve@acme.example", "POST ");
    var vague = audit("Acme", "--history", id, "--knob=audit-history=unavailable");
    assertThat(vague.out()).isEqualTo("0 entries.\n");
    assertThat(vague.err()).contains("not exact", "unavailable", "(audit-log-cut)");
    var none = audit("Acme", "--history", "0");
    assertThat(none.exit()).isEqualTo(64);
    assertThat(none.err()).contains("There is no entry 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1h", "2d", "1w", "2026-01-01", "2026-01-01T00:00:00+01:00"})
  void times(String since) {
    assertThat(audit("Acme", "--since", since).out()).endsWith("5 entries.\n");
    assertThat(audit("Acme", "--since=2020-01-01", "--before=2020-01-02").out())
        .isEqualTo("0 entries.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--since=yesterday, is no time such as",
    "--since=0m, --since is not before --before",
    "--before=2020-01-01, --since is not before --before",
    "--format=xml, 'is none of table, jsonl, csv'"
  })
  void misuse(String flag, String words) {
    var run = audit("Acme", flag, flag.equals("--since=0m") ? "--before=1m" : "--no-color");
    assertThat(run.exit()).as(run.out()).isEqualTo(64);
    assertThat(run.err()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Acm, 64, 'No live organization has the id or name \"Acm\"'",
    "organization.acm, 64, No file declares organization.acm",
    "profile.emea, 64, No file declares profile.emea"
  })
  void whatThereIsNot(String word, int exit, String words) {
    var run = audit(word);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.err()).contains(words);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whoMayNotReadItIsTold() {
    var run = audit("Acme", "--knob=audit-access=no");
    assertThat(run.exit()).isEqualTo(6);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("The audit log may not be read", "(api-denied)");
    assertThat(audit("Acme", "--faults=2:500,3:500,4:500,5:500,6:500,7:500").exit()).isEqualTo(1);
  }
}
