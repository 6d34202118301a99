package dev.orgform.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {
  private static Usage record(String account, String metric, String quantity, String... more) {
    var columns = new TreeMap<String, Value>();
    if (!account.isEmpty()) {
      columns.put(Column.ACCOUNT_ID, Value.text(account));
    }
    columns.put(Column.METRIC_ID, Value.text(metric));
    columns.put(Column.UNIT, Value.text("GB"));
    columns.put(Column.FAMILY, Value.text(metric.substring(0, 1)));
    columns.put(Column.QUANTITY, new Value.Number(new BigDecimal(quantity)));
    for (int i = 0; i < more.length; i += 2) {
      columns.put(more[i], Value.text(more[i + 1]));
    }
    return new Usage(columns);
  }

  private static List<String> lines(List<Usage> sums) {
    return sums.stream()
        .map(
            one ->
                one.account().orElse("-")
                    + " "
                    + one.text(Column.METRIC_ID).orElse("-")
                    + " "
                    + one.text(Column.QUANTITY).orElse("-"))
        .toList();
  }

  @Test
  void groupsKeepMetricsApart() {
    var records =
        List.of(
            record("b", "m1", "1.5"),
            record("a", "m1", "2"),
            record("a", "n1", "-1"),
            record("a", "m1", "0.25"),
            record("", "m1", "1"));
    assertThat(lines(Sums.of(records, Sums.By.METRIC))).containsExactly("- m1 4.75", "- n1 -1");
    assertThat(lines(Sums.of(records, Sums.By.ACCOUNT)))
        .containsExactly("- m1 1", "a m1 2.25", "a n1 -1", "b m1 1.5");
    assertThat(lines(Sums.of(records, Sums.By.PRODUCT))).containsExactly("- m1 4.75", "- n1 -1");
  }

  @Test
  void unitsAndCurrenciesAreNeverAddedUp() {
    var records =
        List.of(
            record("a", "m1", "1", Column.UNIT, "GB", "BilledCost", "1", Column.CURRENCY, "USD"),
            record("a", "m1", "1", Column.UNIT, "GB", "BilledCost", "2", Column.CURRENCY, "EUR"),
            record("a", "m1", "1", Column.UNIT, "TB"));
    assertThat(Sums.of(records, Sums.By.METRIC)).hasSize(3);
  }

  @Test
  void aCostThatOneLacksIsLackingAndNotZero() {
    var priced = record("a", "m1", "1", "BilledCost", "1.10");
    var unpriced = record("a", "m1", "1");
    assertThat(Sums.of(List.of(priced, priced), Sums.By.METRIC).getFirst().text("BilledCost"))
        .contains("2.2");
    var sum = Sums.of(List.of(priced, unpriced), Sums.By.METRIC).getFirst();
    assertThat(sum.columns()).doesNotContainKeys("BilledCost", "ListCost");
    assertThat(sum.text(Column.QUANTITY)).contains("2");
  }

  @Test
  void theDaysOfASumAreThoseOfAllItsRecords() {
    var one = record("a", "m1", "1", Column.START, "2026-11-02", Column.END, "2026-11-03");
    var other = record("a", "m1", "1", Column.START, "2026-11-01", Column.END, "2026-11-02");
    var sum = Sums.of(List.of(one, other), Sums.By.METRIC).getFirst();
    assertThat(sum.text(Column.START)).contains("2026-11-01");
    assertThat(sum.text(Column.END)).contains("2026-11-03");
  }

  @Test
  void whatADoomedOrganizationUses() {
    var doomed =
        Doomed.of(List.of(record("a", "m1", "1"), record("b", "m1", "2"), record("c", "n1", "0")));
    assertThat(doomed.accounts()).isEqualTo(2);
    assertThat(lines(doomed.metrics())).containsExactly("- m1 3");
    assertThat(Doomed.of(List.of(record("c", "n1", "0"))).isIdle()).isTrue();
    assertThat(Doomed.of(List.of()).isIdle()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-11-01",
    "2026-11-01, 2026-10-01",
    "2026-03-01, 2026-02-01",
    "2026-11-02, 2026-11-01"
  })
  void thePresetPeriodIsOneThatTheApiTakes(LocalDate today, LocalDate from) {
    assertThat(Period.preset(today)).isEqualTo(new Period(from, today));
    assertThat(Period.preset(today).fault(today)).isEmpty();
    assertThat(Period.last(today).fault(today)).isEmpty();
    assertThat(new Period(today.minusDays(32), today).fault(today)).isPresent();
    assertThat(new Period(today, today.plusDays(1)).fault(today)).isPresent();
  }
}
