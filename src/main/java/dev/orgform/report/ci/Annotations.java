package dev.orgform.report.ci;

import dev.orgform.documents.Source;
import dev.orgform.model.Severity;
import dev.orgform.report.Escape;
import dev.orgform.report.Shortened;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as commands for GitHub's runner, which shows them at their lines. It shows 10 of each
 * sort in a step and 50 in a job and drops the others without a word, so the worst come first and
 * the rest is counted.
 */
public final class Annotations {
  static final int OF_EACH = 10;

  private static final Escape DATA = new AnnotationEscape(false);
  private static final Escape PROPERTY = new AnnotationEscape(true);

  private Annotations() {}

  /** Whole lines without line breaks, 30 at most. */
  public static List<String> of(Report report) {
    Map<Severity, List<Finding>> sorts = new EnumMap<>(Severity.class);
    report
        .findings()
        .forEach(one -> sorts.computeIfAbsent(one.severity(), s -> new ArrayList<>()).add(one));
    int rest = sorts.values().stream().mapToInt(all -> Math.max(0, all.size() - OF_EACH)).sum();
    var lines = new ArrayList<String>();
    for (var sort : sorts.entrySet()) {
      // The line that counts the rest is a notice itself.
      int most = rest > 0 && sort.getKey() == Severity.NOTE ? OF_EACH - 1 : OF_EACH;
      sort.getValue().stream().limit(most).forEach(one -> lines.add(line(one)));
    }
    int untold = report.findings().size() - lines.size();
    if (untold > 0) {
      lines.add("::notice title=orgform::" + untold + " more findings; the step summary has them");
    }
    return List.copyOf(lines);
  }

  private static String line(Finding one) {
    var line = new StringBuilder("::").append(command(one.severity())).append(' ');
    one.place().ifPresent(at -> line.append(place(at)));
    line.append("title=").append(PROPERTY.escape("orgform " + one.rule().id())).append("::");
    var shortened = Shortened.to(Shortened.SENTENCE, one.told());
    return line.append(DATA.escape(shortened.head() + shortened.rest())).toString();
  }

  private static String place(Source at) {
    var shortened = Shortened.to(Shortened.SENTENCE, at.file());
    var place = "file=" + PROPERTY.escape(shortened.head()) + ",";
    return at.line() == 0
        ? place
        : place + "line=" + at.line() + ",col=" + Math.max(1, at.column()) + ",";
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }
}
