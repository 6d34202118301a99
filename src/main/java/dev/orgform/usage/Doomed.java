package dev.orgform.usage;

import java.util.List;

/**
 * What somebody should know before an organization is deleted: what was used under it in the last
 * {@value Period#MOST_DAYS} days.
 *
 * @param metrics one sum for each metric that was used at all
 * @param accounts how many accounts used something
 */
public record Doomed(List<Usage> metrics, int accounts) {
  public Doomed {
    metrics = List.copyOf(metrics);
  }

  /** Of what was read of it; the same records give the same. */
  public static Doomed of(List<Usage> records) {
    var used =
        records.stream()
            .filter(
                record ->
                    record
                        .number(Column.QUANTITY)
                        .map(quantity -> quantity.signum() != 0)
                        .orElse(true))
            .toList();
    long accounts = used.stream().flatMap(one -> one.account().stream()).distinct().count();
    return new Doomed(Sums.of(used, Sums.By.METRIC), (int) accounts);
  }

  /** Whether nothing was used. */
  public boolean isIdle() {
    return metrics.isEmpty();
  }
}
