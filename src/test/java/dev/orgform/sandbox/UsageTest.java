package dev.orgform.sandbox;

import static dev.orgform.sandbox.Hands.PROFILE;
import static dev.orgform.sandbox.Hands.TOKEN;
import static dev.orgform.sandbox.Hands.assertDenied;
import static dev.orgform.sandbox.Hands.json;
import static dev.orgform.sandbox.Hands.result;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Billable usage in the sandbox, and profiles of accounts. */
class UsageTest {
  private static final Estate ESTATE =
      Estate.parse(
          "s",
          """
          {"organizations": [{"id": "r", "name": "root"}, {"id": "k", "name": "kid", "parent": "r"}],
           "accounts": [{"id": "a1", "name": "edge", "organization": "r"},
                        {"id": "a2", "name": "core", "organization": "k"}, {"id": "a3"}]}\
          """);
  private static final String DAYS = "?from=2026-11-01&to=2026-11-03";

  private final Hands hands = new Hands(ESTATE);

  @Test
  void oneRecordForEachMetricAccountAndDay() {
    var root = result(hands.get("/organizations/r/billable/usage" + DAYS));
    assertThat(root).hasSize(3 * 2 * 2);
    assertThat(result(hands.get("/organizations/k/billable/usage" + DAYS))).hasSize(3 * 2);
    assertThat(result(hands.get("/accounts/a3/billable/usage" + DAYS))).hasSize(3 * 2);
    assertThat(result(hands.get("/organizations/r/billable/usage" + DAYS))).isEqualTo(root);
    var first = root.get(0);
    assertThat(first.path("ChargePeriodStart").asText()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(first.path("ChargePeriodEnd").asText()).isEqualTo("2026-11-02T00:00:00Z");
    assertThat(first.path("ChargeCategory").asText()).isEqualTo("Usage");
    assertThat(first.path("BillingAccountName").asText()).isEqualTo("edge");
    assertThat(first.path("ConsumedQuantity").isNumber()).isTrue();
    assertThat(first.has("BilledCost")).isFalse();
  }

  @Test
  void withoutDaysItIsThisMonth() {
    assertThat(result(hands.get("/accounts/a1/billable/usage"))).hasSize(3 * 19);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=2026-11-01",
        "?to=2026-11-01",
        "?from=2026-11-02&to=2026-11-01",
        "?from=2026-10-01&to=2026-11-02",
        "?from=yesterday&to=today"
      })
  void impossibleDaysAreRefusedWithCodeZero(String days) {
    assertDenied(hands.get("/organizations/r/billable/usage" + days), 400, 0);
    var coded = new Hands(ESTATE, "usage-errors=1400");
    assertDenied(coded.get("/accounts/a1/billable/usage" + days), 400, 1400);
  }

  @Test
  void knobs() {
    assertThat(result(hands.get("/organizations/nowhere/billable/usage" + DAYS))).isEmpty();
    var strict = new Hands(ESTATE, "usage-unknown=404");
    assertDenied(strict.get("/organizations/nowhere/billable/usage" + DAYS), 404, 1404);
    var closed = new Hands(ESTATE, "usage-access=no");
    assertDenied(closed.get("/organizations/r/billable/usage" + DAYS), 403, 10000);
    var priced = new Hands(ESTATE, "usage-costs=present", "usage-names=no");
    var record = result(priced.get("/accounts/a1/billable/usage" + DAYS)).get(0);
    assertThat(record.path("BilledCost").isNumber()).isTrue();
    assertThat(record.has("BillingAccountId")).isFalse();
    assertThat(record.has("x_BillableMetricId")).isTrue();
    var nulls = new Hands(ESTATE, "usage-costs=null");
    var unpriced = result(nulls.get("/accounts/a1/billable/usage" + DAYS)).get(0);
    assertThat(unpriced.get("BilledCost").isNull()).isTrue();
    assertThat(hands.send("GET", "/accounts/a1/billable/usage", TOKEN, "").status()).isEqualTo(200);
  }

  @Test
  void anAccountHasAProfileOfItsOwn() {
    assertDenied(hands.get("/accounts/a1/profile"), 404, 1404);
    assertThat(hands.send("PUT", "/accounts/a1/profile", PROFILE).status()).isEqualTo(204);
    assertThat(result(hands.get("/accounts/a1/profile")).path("business_name").asText())
        .isEqualTo("B");
    assertDenied(hands.send("PUT", "/accounts/a1/profile", "{}"), 400, 1400);
    assertDenied(hands.get("/organizations/r/profile"), 404, 1404);
    assertThat(
            json(hands.get("/organizations/r/logs/audit?since=2026-11-01&before=2026-12-01"))
                .path("result"))
        .isEmpty();
    assertThat(Estate.parse("again", Json.pretty(EstateJson.write(hands.sandbox.estate()))))
        .isEqualTo(hands.sandbox.estate());
  }
}
