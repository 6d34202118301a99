package dev.orgform.usage;

import dev.orgform.model.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record of usage: a metric, an account and a day, or several of them added up.
 *
 * @param columns values by column; what the server left out, or sent as null, is not in it, and is
 *     never zero
 */
public record Usage(SortedMap<String, Value> columns) {
  public Usage {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }

  /** A text, or a number as text. */
  public Optional<String> text(String column) {
    return Optional.ofNullable(columns.get(column))
        .map(
            value ->
                switch (value) {
                  case Value.Text text -> text.text();
                  case Value.Number number -> number.number().toPlainString();
                  default -> "";
                })
        .filter(text -> !text.isEmpty());
  }

  /** A number, of which some servers make text. */
  public Optional<BigDecimal> number(String column) {
    return Optional.ofNullable(columns.get(column))
        .flatMap(
            value ->
                switch (value) {
                  case Value.Number number -> Optional.of(number.number());
                  case Value.Text text -> parsed(text.text());
                  default -> Optional.empty();
                });
  }

  private static Optional<BigDecimal> parsed(String text) {
    return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** The account, by whichever column names one; empty for usage of a whole contract. */
  public Optional<String> account() {
    return text(Column.ACCOUNT_ID).or(() -> text(Column.SUB_ACCOUNT_ID));
  }

  /** What is measured, by its id where it has one, as later documents promise. */
  public Optional<String> metric() {
    return text(Column.METRIC_ID).or(() -> text(Column.METRIC_NAME));
  }
}
