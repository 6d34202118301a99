package dev.orgform.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up usage: one record for each metric, account and day, the same at every call. Columns are
 * those of FOCUS 1.3 with Cloudflare's extensions.
 */
final class UsageRecords {
  /** Something that is billed; the quantity of a day is below the most. */
  private record Metric(
      String id, String name, String unit, String family, String product, int most) {}

  private static final List<Metric> METRICS =
      List.of(
          new Metric(
              "workers_standard_requests",
              "Workers Standard Requests",
              "requests",
              "Workers",
              "Developer Platform",
              2_000_000),
          new Metric("r2_storage_gb", "R2 Storage", "GB", "R2", "Developer Platform", 500),
          new Metric("images_stored", "Images Stored", "images", "Images", "Media", 10_000));

  private UsageRecords() {}

  /** From a day to before another. */
  static List<ObjectNode> of(Knobs knobs, Account account, LocalDate from, LocalDate to) {
    var born = LocalDate.ofInstant(account.createdOn(), ZoneOffset.UTC);
    var records = new ArrayList<ObjectNode>();
    for (var day = from.isBefore(born) ? born : from; day.isBefore(to); day = day.plusDays(1)) {
      for (Metric metric : METRICS) {
        records.add(record(knobs, account, metric, day));
      }
    }
    return records;
  }

  private static ObjectNode record(Knobs knobs, Account account, Metric metric, LocalDate day) {
    var quantity = quantity(account, metric, day);
    ObjectNode record = Json.object();
    boolean named = knobs.get(UsageKnobs.NAMED);
    if (named) {
      record.put("BillingAccountId", account.id());
      record.put("BillingAccountName", account.name().orElse(""));
      record.put("x_BillableMetricName", metric.name());
    }
    record.put("ChargeCategory", "Usage").put("ChargeDescription", metric.name());
    record.put("ChargeFrequency", "Usage-Based");
    record.put("ChargePeriodStart", day + "T00:00:00Z");
    record.put("ChargePeriodEnd", day.plusDays(1) + "T00:00:00Z");
    record.put("ConsumedQuantity", quantity).put("ConsumedUnit", metric.unit());
    record.put("HostProviderName", "Cloudflare").put("InvoiceIssuerName", "Cloudflare");
    record.put("ServiceProviderName", "Cloudflare");
    record.put("SubAccountId", account.id()).put("x_BillableMetricId", metric.id());
    record.put("x_ProductFamilyName", metric.family());
    record.put("x_ProductCategoryName", metric.product());
    record.putObject("Tags").put("sandbox", true);
    costs(knobs, record, quantity);
    return record;
  }

  private static void costs(Knobs knobs, ObjectNode record, BigDecimal quantity) {
    switch (knobs.get(UsageKnobs.COSTS)) {
      case ABSENT -> {}
      case NULL -> record.putNull("BilledCost").putNull("BillingCurrency");
      case PRESENT -> {
        var cost = quantity.movePointLeft(3);
        record.put("BilledCost", cost).put("BillingCurrency", "USD");
        record.put("ContractedCost", cost).put("EffectiveCost", cost).put("ListCost", cost);
      }
    }
  }

  private static BigDecimal quantity(Account account, Metric metric, LocalDate day) {
    String digest = Ids.digest("usage\n" + account.id() + "\n" + metric.id() + "\n" + day);
    return BigDecimal.valueOf(Integer.parseInt(digest.substring(0, 7), 16) % metric.most(), 2);
  }
}
