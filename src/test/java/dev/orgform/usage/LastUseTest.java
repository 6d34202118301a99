package dev.orgform.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.kinds.organization.OrganizationKind;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Fields;
import dev.orgform.model.Resource;
import dev.orgform.model.Severity;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LastUseTest {
  private static Diagnostic of(List<Usage> records) {
    var fields = new TreeMap<String, Value>();
    fields.put("name", Value.text("Labs"));
    var labs =
        new Resource(
            OrganizationKind.ORGANIZATION.address("labs"),
            OrganizationKind.ORGANIZATION,
            Optional.of("ac3e"),
            new Fields(fields),
            Optional.empty());
    return LastUse.of(labs, records);
  }

  private static Usage used(String account, String metric, String quantity, String unit) {
    var columns = new TreeMap<String, Value>();
    columns.put(Column.ACCOUNT_ID, Value.text(account));
    columns.put(Column.METRIC_NAME, Value.text(metric));
    columns.put(Column.QUANTITY, Value.text(quantity));
    if (!unit.isEmpty()) {
      columns.put(Column.UNIT, Value.text(unit));
    }
    return new Usage(columns);
  }

  @Test
  void useIsAddedUpByMetric() {
    var warning =
        of(
            List.of(
                used("a1", "Requests", "10", "Count"),
                used("a2", "Requests", "5", "Count"),
                used("a3", "Storage", "0", "GB")));
    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.code()).isEqualTo(Code.LAST_USE);
    assertThat(warning.summary()).isEqualTo("\"Labs\" is to be deleted, and was used lately");
    assertThat(warning.detail())
        .contains("In the last 31 days, 2 accounts used Requests (15 Count).");
    assertThat(warning.detail() + warning.remedy()).contains("orgform usage ac3e");
  }

  @Test
  void noUseIsANote() {
    for (var idle : List.of(List.<Usage>of(), List.of(used("a1", "Requests", "0", "Count")))) {
      var note = of(idle);
      assertThat(note.severity()).isEqualTo(Severity.NOTE);
      assertThat(note.detail()).contains("no billable usage in the last 31 days");
    }
  }

  @Test
  void manyMetricsAreCounted() {
    var records = new ArrayList<Usage>();
    for (int i = 0; i < 8; i++) {
      records.add(used("a1", "Metric " + i, "1", ""));
    }
    assertThat(of(records).detail()).contains("1 account used ", " and 3 more.");
  }
}
