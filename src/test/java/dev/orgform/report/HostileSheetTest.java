package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.audit.Entry;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.Hostile;
import dev.orgform.documents.JsonLine;
import dev.orgform.documents.Plans;
import dev.orgform.documents.Schemas;
import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import dev.orgform.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever actors and accounts are called, tables, CSV and JSON lines stay what they are. */
final class HostileSheetTest {
  static Stream<String> strings() {
    return Hostile.strings();
  }

  private static Value.Tree tree(Map<String, Value> branches) {
    return new Value.Tree(new TreeMap<>(branches));
  }

  private static Entry entry(String text) {
    var said = Value.text(text);
    return new Entry(
        tree(
            Map.of(
                "id", said,
                "action", tree(Map.of("time", said, "type", said, "result", said)),
                "actor",
                    tree(Map.of("email", said, "context", said, "token_name", said, "type", said)),
                "raw", tree(Map.of("method", said, "uri", said)),
                "resource", tree(Map.of("id", said, "request", tree(Map.of("name", said)))))));
  }

  /** Fields of CSV as a spreadsheet reads them. */
  private static List<List<String>> parsed(String csv) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else {
        field.append(c);
      }
    }
    assertThat(row).isEmpty();
    return rows;
  }

  private static void assertNoFormula(List<List<String>> rows) {
    assertThat(rows.stream().map(List::size).distinct()).hasSize(1);
    assertThat(rows.stream().flatMap(List::stream).map(String::stripLeading))
        .noneMatch(field -> !field.isEmpty() && "=+-@\t\r\uff1d".indexOf(field.charAt(0)) >= 0);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void theTableOfALog(String text) {
    var page = Sinks.checked(LogText.table(List.of(entry(text), entry("plain"))));
    assertThat(page.lines()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void theSheetOfALog(String text) {
    var csv = LogText.csv(List.of(entry(text), entry("plain"))).text();
    csv.codePoints().filter(c -> c != '\n').forEach(c -> assertThat(Invisible.is(c)).isFalse());
    assertThat(csv.lines().noneMatch(line -> line.startsWith("::") || line.contains("##[")))
        .isTrue();
    var rows = parsed(csv);
    assertThat(rows).hasSize(3);
    assertNoFormula(rows);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void theLinesOfALog(String text) {
    var line = JsonLine.of(entry(text).whole());
    assertThat(line).matches("\\{[ -~]*+").doesNotContain("##");
    if (Hostile.isWellFormed(text)) {
      assertThat(JsonText.parse(line)).contains(entry(text).whole());
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void usage(String text) {
    var columns =
        new TreeMap<String, Value>(
            Map.of(
                "BillingAccountName", Value.text(text),
                "x_BillableMetricName", Value.text(text),
                "ConsumedUnit", Value.text(text),
                "Tags", tree(Map.of("tag", Value.text(text))),
                "ConsumedQuantity", new Value.Number(new BigDecimal("-1.5"))));
    columns.put("x_" + text, Value.text(text));
    var record = new Usage(columns);
    Sinks.checked(UsageText.table(List.of(record)));
    if (Hostile.isWellFormed(text)) {
      var rows = parsed(UsageText.csv(List.of(record)).text());
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1)).contains("-1.5");
      assertNoFormula(
          rows.stream()
              .map(row -> row.stream().map(f -> f.equals("-1.5") ? "" : f).toList())
              .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void blame(String text) {
    var document = DriftDocument.of(Plans.survey(text), text);
    var some = Optional.of(text);
    var attributions = new ArrayList<Attribution>();
    for (var object : document.objects()) {
      for (var confidence : Attribution.Confidence.values()) {
        attributions.add(
            new Attribution(
                object.address(),
                object.fields().stream().map(one -> one.field()).findFirst(),
                some,
                confidence == Attribution.Confidence.EXACT ? Optional.empty() : some,
                Optional.of(Instant.EPOCH),
                some,
                some,
                some,
                some,
                some,
                some,
                confidence,
                text));
      }
    }
    var blamed = document.blaming(new Blamed(attributions, 3), List.of());
    var page = Sinks.checked(DriftText.of(blamed));
    assertThat(page.lines().filter(line -> line.startsWith("Coverage: "))).hasSize(1);
    assertThat(blamed.line()).matches("\\{[ -~]*+").doesNotContain("##");
    assertThat(Schemas.drift().complaints(blamed.line())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "plain!plain",
        "a b!a b",
        "=1!'=1",
        "+1!'+1",
        "-1!'-1",
        "@x!'@x",
        "  =1!'  =1",
        "a,b!\"a,b\"",
        "a;b!\"a;b\"",
        "a\"b!\"a\"\"b\"",
        "'a!'a"
      },
      delimiter = '!',
      quoteCharacter = '^',
      ignoreLeadingAndTrailingWhitespace = false)
  void fields(String raw, String safe) {
    assertThat(new CsvEscape().escape(raw)).isEqualTo(safe);
  }

  @Test
  void breaksAndTabsAreSpelledOut() {
    assertThat(new CsvEscape().escape("a\nb\tc\r=1")).isEqualTo("a\\nb\\tc\\r=1");
  }
}
