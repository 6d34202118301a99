package dev.orgform.report.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.documents.SafeJson;
import dev.orgform.documents.Source;
import dev.orgform.report.Escape;
import dev.orgform.report.Shortened;
import dev.orgform.report.TerminalEscape;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Fingerprints;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Summary;

/** What GitLab shows in a merge request: {@code artifacts:reports} of two sorts. */
final class Gitlab {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Escape VISIBLE = new TerminalEscape();

  private Gitlab() {}

  /** {@code codequality}: a list in the subset of Code Climate's format that GitLab reads. */
  static String quality(Report report) {
    var json = NODES.arrayNode();
    var fingerprints = Fingerprints.of(report.findings());
    for (int i = 0; i < report.findings().size(); i++) {
      json.add(issue(report.findings().get(i), fingerprints.get(i)));
    }
    return SafeJson.pretty(json) + "\n";
  }

  private static ObjectNode issue(Finding one, String fingerprint) {
    var json = NODES.objectNode();
    json.put("description", safe(one.message()));
    json.put("check_name", one.rule().id());
    json.put("fingerprint", fingerprint);
    json.put(
        "severity",
        switch (one.severity()) {
          case ERROR -> "critical";
          case WARNING -> "major";
          case NOTE -> "info";
        });
    // GitLab refuses the whole list for one issue without a path.
    var location = json.putObject("location");
    location.put("path", safe(one.place().map(Source::file).orElse(".")));
    location
        .putObject("lines")
        .put("begin", one.place().map(at -> Math.max(1, at.line())).orElse(1));
    return json;
  }

  /** {@code terraform}: what a plan would do; nothing for what is done, or for anything else. */
  static String terraform(Report report) {
    var json = NODES.objectNode();
    if (report.summary() instanceof Summary.Planned plan) {
      json.put("create", plan.counts().add());
      json.put("update", plan.counts().change()).put("delete", plan.counts().destroy());
    } else {
      json.put("create", 0).put("update", 0).put("delete", 0);
    }
    return SafeJson.pretty(json) + "\n";
  }

  private static String safe(String raw) {
    var shortened = Shortened.to(Shortened.SENTENCE, raw);
    return VISIBLE.escape(shortened.head() + shortened.rest());
  }
}
