package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage as people ask for it. */
class UsageCommandTest {
  private static final String ESTATE =
      """
      {"organizations": [{"id": "r", "name": "root"}, {"id": "k", "name": "kid", "parent": "r"}],
       "accounts": [{"id": "a1", "name": "=edge", "organization": "r"},
                    {"id": "a2", "name": "core", "organization": "k"}]}\
      """;

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    Estate.parse("estate", ESTATE).save(store.sandboxEstate());
    var noon = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    desk = Desk.in(directory).at(noon);
  }

  private Desk.Run usage(String... more) {
    var words = new ArrayList<>(List.of("usage", "--sandbox"));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }

  @Test
  void ofAnOrganizationThisMonthByMetric() {
    var run = usage("r");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.out())
        .containsPattern("(?m)^Images +Images Stored +[0-9.]+ +images$")
        .containsPattern("(?m)^Workers +Workers Standard Requests +[0-9.]+ +requests$")
        .endsWith("3 lines.\n");
    assertThat(usage("--account", "a1", "--group-by", "account").out())
        .contains("=edge  ", "3 lines.");
    assertThat(usage("r", "--group-by=account").out()).endsWith("6 lines.\n");
    assertThat(usage("r", "--group-by=product").out()).endsWith("3 lines.\n");
  }

  @Test
  void recordsAsCsvAndJson() throws IOException {
    var days = new String[] {"r", "--from=2026-11-01", "--to=2026-11-03", "--format=csv"};
    var csv = usage(days).out().lines().toList();
    assertThat(csv).hasSize(1 + 2 * 2 * 3);
    assertThat(csv.getFirst())
        .startsWith("BillingAccountId,BillingAccountName,SubAccountId,SubAccountName,")
        .contains(",ChargePeriodStart,ChargePeriodEnd,", ",ConsumedQuantity,ConsumedUnit,")
        .contains(",BilledCost,", ",x_BillableMetricId,");
    assertThat(csv.get(1)).startsWith("a1,'=edge,a1,,").contains(",2026-11-01T00:00:00Z,");
    int cost = List.of(csv.getFirst().split(",")).indexOf("BilledCost");
    assertThat(csv.get(1).split(",")[cost]).as("absent is not zero").isEmpty();
    days[3] = "--format=json";
    var json = new ObjectMapper().readTree(usage(days).out());
    assertThat(json).hasSize(2 * 2 * 3);
    assertThat(json.get(0).has("BilledCost")).isFalse();
    assertThat(json.get(0).path("ConsumedQuantity").isNumber()).isTrue();
    assertThat(json.get(0).path("Tags").path("sandbox").booleanValue()).isTrue();
    assertThat(usage("r", "-json", "--knob=usage-costs=null").out()).doesNotContain("BilledCost");
    var priced = usage("r", "-json", "--group-by=metric", "--knob=usage-costs=present").out();
    assertThat(new ObjectMapper().readTree(priced).get(0).path("BilledCost").isNumber()).isTrue();
    assertThat(usage("r", "--knob=usage-names=no", "--knob=usage-costs=present").out())
        .contains(" USD", "images_stored");
  }

  @ParameterizedTest
  @CsvSource({
    "r, --from=2026-10-01, --to=2026-11-02, are 32 days",
    "r, --from=2026-11-02, --to=2026-11-02, is not before",
    "r, --from=2026-11-20, --to=2026-11-22, lies in the future",
    "R, --from=2026-11-01, --to=2026-11-02, is not an id",
    "r, --from=2026-11-01, --account=a1, either an organization or --account"
  })
  void whatTheApiWouldRefuseIsNotAsked(String id, String one, String other, String words) {
    var run = usage(id, one, other);
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains(words).doesNotContain("orgform drift");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void oddAnswers() {
    assertThat(usage("nowhere").out()).isEqualTo("0 lines.\n");
    assertThat(usage("nowhere", "--knob=usage-unknown=404").exit()).isEqualTo(1);
    var denied = usage("r", "--knob=usage-access=no");
    assertThat(denied.exit()).isEqualTo(6);
    assertThat(denied.err()).contains("The usage may not be read", "some customers only");
    assertThat(usage("r", "--faults=1:403").exit()).isEqualTo(6);
    assertThat(usage("--format=csv").exit()).isEqualTo(64);
  }
}
