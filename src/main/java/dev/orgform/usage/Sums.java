package dev.orgform.usage;

import dev.orgform.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds usage up: per group and metric, because quantities of different metrics and units, or money
 * of different currencies, are no sum. A cost that one record of a group lacks is lacking in all.
 */
public final class Sums {
  /** By what records are put together. */
  public enum By {
    METRIC(List.of(Column.FAMILY)),
    ACCOUNT(
        List.of(
            Column.ACCOUNT_ID,
            Column.ACCOUNT_NAME,
            Column.SUB_ACCOUNT_ID,
            Column.SUB_ACCOUNT_NAME)),
    PRODUCT(List.of(Column.FAMILY, "x_ProductFamilyId", "x_ProductCategoryName"));

    /** What stays of a record beside its metric. */
    private final List<String> kept;

    By(List<String> kept) {
      this.kept = kept;
    }
  }

  /** What every sum keeps. */
  private static final List<String> ALWAYS =
      List.of(Column.METRIC_ID, Column.METRIC_NAME, Column.UNIT, Column.CURRENCY);

  private Sums() {}

  /** One record for each group, sorted by what it is a group of. */
  public static List<Usage> of(List<Usage> records, By by) {
    SortedMap<String, List<Usage>> groups =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    record -> key(record, by), TreeMap::new, Collectors.toList()));
    var sums = new ArrayList<Usage>();
    groups.forEach((key, group) -> sums.add(sum(group, by)));
    return List.copyOf(sums);
  }

  private static String key(Usage record, By by) {
    var parts = new ArrayList<String>();
    switch (by) {
      case METRIC -> {}
      case ACCOUNT -> parts.add(record.account().orElse(""));
      case PRODUCT ->
          parts.add(
              record.text(Column.FAMILY).or(() -> record.text("x_ProductFamilyId")).orElse(""));
    }
    parts.add(record.metric().orElse(""));
    parts.add(record.text(Column.UNIT).orElse(""));
    parts.add(record.text(Column.CURRENCY).orElse(""));
    return String.join("\u0000", parts);
  }

  private static Usage sum(List<Usage> group, By by) {
    var columns = new TreeMap<String, Value>();
    for (var kept : List.of(ALWAYS, by.kept)) {
      for (var column : kept) {
        common(group, column).ifPresent(value -> columns.put(column, value));
      }
    }
    put(columns, Column.QUANTITY, sum(group, record -> record.number(Column.QUANTITY)));
    for (var cost : Column.COSTS) {
      put(columns, cost, sum(group, record -> record.number(cost)));
    }
    edge(group, Column.START, true).ifPresent(at -> columns.put(Column.START, Value.text(at)));
    edge(group, Column.END, false).ifPresent(at -> columns.put(Column.END, Value.text(at)));
    return new Usage(columns);
  }

  private static void put(
      SortedMap<String, Value> columns, String column, Optional<BigDecimal> number) {
    number.ifPresent(one -> columns.put(column, new Value.Number(one)));
  }

  /** The value that all of them have. */
  private static Optional<Value> common(List<Usage> group, String column) {
    var first = Optional.ofNullable(group.getFirst().columns().get(column));
    return first.filter(
        value -> group.stream().allMatch(one -> value.equals(one.columns().get(column))));
  }

  private static Optional<BigDecimal> sum(
      List<Usage> group, Function<Usage, Optional<BigDecimal>> number) {
    var numbers = group.stream().flatMap(record -> number.apply(record).stream()).toList();
    return numbers.size() < group.size()
        ? Optional.empty()
        : Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Optional<String> edge(List<Usage> group, String column, boolean first) {
    var times = new TreeSet<String>();
    group.forEach(record -> record.text(column).ifPresent(times::add));
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(first ? times.getFirst() : times.getLast());
  }
}
