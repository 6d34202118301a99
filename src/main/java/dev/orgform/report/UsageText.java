package dev.orgform.report;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import dev.orgform.usage.Column;
import dev.orgform.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Usage, as people read it and as consumers of FOCUS do. */
public final class UsageText {
  private UsageText() {}

  /** A line for each record, which is one or a sum, and how many there are. */
  public static Page table(List<Usage> records) {
    var table = new Table();
    boolean accounts = records.stream().anyMatch(one -> one.account().isPresent());
    for (var record : records) {
      var cells = new ArrayList<Line>();
      if (accounts) {
        cells.add(
            cell(
                record
                    .text(Column.ACCOUNT_NAME)
                    .or(() -> record.text(Column.SUB_ACCOUNT_NAME))
                    .or(record::account)
                    .orElse("-")));
      }
      cells.add(cell(record.text(Column.FAMILY).orElse("-")));
      cells.add(cell(record.text(Column.METRIC_NAME).or(record::metric).orElse("-")));
      cells.add(cell(record.text(Column.QUANTITY).orElse("-")));
      cells.add(cell(record.text(Column.UNIT).orElse("-")));
      record
          .text("BilledCost")
          .ifPresent(
              cost -> cells.add(cell(cost).say(" ").data(record.text(Column.CURRENCY).orElse(""))));
      table.row(cells.toArray(Line[]::new));
    }
    var page = table.page();
    page.line().number(records.size()).say(records.size() == 1 ? " line." : " lines.");
    return page;
  }

  private static Line cell(String text) {
    return new Line().data(text);
  }

  /** The columns of FOCUS by their names, then whatever else the API sent. */
  public static Drawing csv(List<Usage> records) {
    var others = new TreeSet<String>();
    records.forEach(record -> others.addAll(record.columns().keySet()));
    Column.ALL.forEach(others::remove);
    var columns = new ArrayList<>(Column.ALL);
    columns.addAll(others);
    var sheet = new Sheet().fields(columns).end();
    for (var record : records) {
      for (var column : columns) {
        field(sheet, record.columns().getOrDefault(column, Value.none()));
      }
      sheet.end();
    }
    return sheet.drawing();
  }

  private static void field(Sheet sheet, Value value) {
    switch (value) {
      case Value.Text text -> sheet.field(text.text());
      case Value.Number number -> sheet.field(number.number());
      case Value.None none -> sheet.field("");
      default -> sheet.field(JsonText.write(value));
    }
  }
}
