package dev.orgform.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, in columns as wide as their widest cell, up to a bound. */
final class Table {
  private static final int WIDEST = 60;

  private final List<List<Line>> rows = new ArrayList<>();

  Table row(Line... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Page page() {
    var widths = new ArrayList<Integer>();
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = Math.min(WIDEST, row.get(i).columns());
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    var page = new Page();
    for (var row : rows) {
      var line = page.line();
      for (int i = 0; i < row.size(); i++) {
        line.add(row.get(i));
        if (i < row.size() - 1) {
          line.spaces(Math.max(0, widths.get(i) - row.get(i).columns()) + 2);
        }
      }
    }
    return page;
  }
}
