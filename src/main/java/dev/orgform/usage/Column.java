package dev.orgform.usage;

import java.util.List;

/**
 * The columns of usage, by the names of FOCUS 1.3 and, with {@code x_}, of Cloudflare. Source:
 * billable usage, version 2.
 */
public final class Column {
  public static final String ACCOUNT_ID = "BillingAccountId";
  public static final String ACCOUNT_NAME = "BillingAccountName";
  public static final String SUB_ACCOUNT_ID = "SubAccountId";
  public static final String SUB_ACCOUNT_NAME = "SubAccountName";
  public static final String QUANTITY = "ConsumedQuantity";
  public static final String UNIT = "ConsumedUnit";
  public static final String CURRENCY = "BillingCurrency";
  public static final String START = "ChargePeriodStart";
  public static final String END = "ChargePeriodEnd";
  public static final String METRIC_ID = "x_BillableMetricId";
  public static final String METRIC_NAME = "x_BillableMetricName";
  public static final String FAMILY = "x_ProductFamilyName";

  /** Money, which is added up like quantities, in the currency of its record. */
  public static final List<String> COSTS =
      List.of("BilledCost", "ContractedCost", "EffectiveCost", "ListCost");

  /** All of them, in the order of tables; others that a server sends stand behind these. */
  public static final List<String> ALL =
      List.of(
          ACCOUNT_ID,
          ACCOUNT_NAME,
          SUB_ACCOUNT_ID,
          SUB_ACCOUNT_NAME,
          "BillingPeriodStart",
          "BillingPeriodEnd",
          START,
          END,
          "ChargeCategory",
          "ChargeClass",
          "ChargeDescription",
          "ChargeFrequency",
          QUANTITY,
          UNIT,
          "PricingQuantity",
          "PricingUnit",
          "BilledCost",
          "ContractedCost",
          "EffectiveCost",
          "ListCost",
          "ContractedUnitPrice",
          "ListUnitPrice",
          CURRENCY,
          "RegionId",
          "RegionName",
          "HostProviderName",
          "InvoiceIssuerName",
          "ServiceProviderName",
          "Tags",
          METRIC_ID,
          METRIC_NAME,
          "x_ProductCategoryName",
          "x_ProductFamilyId",
          FAMILY,
          "x_ZoneId",
          "x_ZoneName");

  private Column() {}
}
