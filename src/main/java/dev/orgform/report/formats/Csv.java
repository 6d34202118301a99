package dev.orgform.report.formats;

import dev.orgform.documents.FieldChange;
import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.report.FieldPatch;
import dev.orgform.report.Shortened;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report as CSV (RFC 4180) with a heading: one line for each field that differs, and one for each
 * finding without any. Line breaks within a cell are spelled out.
 */
final class Csv {
  private static final CsvEscape ESCAPE = new CsvEscape();

  /** The most characters of a cell; the rest is its length and a hash. */
  private static final int LONGEST = 1_000;

  /** The columns; new ones come at the end. */
  static final List<String> COLUMNS =
      List.of(
          "severity",
          "rule",
          "address",
          "type",
          "name",
          "field",
          "before",
          "after",
          "one_way",
          "rights",
          "file",
          "line",
          "message",
          "advice",
          "history");

  private final StringBuilder text = new StringBuilder();

  private Csv() {}

  static String of(Report report) {
    var csv = new Csv();
    csv.row(COLUMNS);
    report.findings().forEach(csv::finding);
    return csv.text.toString();
  }

  private void finding(Finding one) {
    var fields = one.fields().stream().filter(field -> !FieldPatch.isNothing(field)).toList();
    if (fields.isEmpty()) {
      row(cells(one, Optional.empty()));
    }
    fields.forEach(field -> row(cells(one, Optional.of(field))));
  }

  private static List<String> cells(Finding one, Optional<FieldChange> field) {
    return List.of(
        one.severity().name().toLowerCase(Locale.ROOT),
        one.rule().id(),
        one.address().map(Address::toString).orElse(""),
        one.type(),
        one.name(),
        field.map(FieldChange::field).orElse(""),
        field.map(is -> FieldPatch.value(is.before())).orElse(""),
        field.map(is -> FieldPatch.value(is.after())).orElse(""),
        String.valueOf(one.oneWay()),
        String.valueOf(one.blast()),
        one.place().map(Source::file).orElse(""),
        one.place().map(at -> String.valueOf(at.line())).orElse(""),
        one.message(),
        one.advice(),
        String.join(" ", one.history()));
  }

  private void row(List<String> cells) {
    var between = "";
    for (var cell : cells) {
      var shortened = Shortened.to(LONGEST, cell);
      text.append(between).append(ESCAPE.escape(shortened.head() + shortened.rest()));
      between = ",";
    }
    text.append("\r\n");
  }
}
