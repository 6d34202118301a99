package dev.orgform.report.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.documents.SafeJson;
import dev.orgform.documents.Source;
import dev.orgform.model.Severity;
import dev.orgform.report.Escape;
import dev.orgform.report.Shortened;
import dev.orgform.report.TerminalEscape;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Fingerprints;
import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Rule;
import dev.orgform.report.findings.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as SARIF 2.1.0, as code scanning of GitHub reads it: each finding at its line of YAML
 * and at its address, with a fingerprint that stays when lines move.
 */
final class Sarif {
  /** Source: what GitHub takes of one run. */
  static final int MOST_RESULTS = 25_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Escape ESCAPE = new SarifEscape();
  private static final Escape VISIBLE = new TerminalEscape();

  private final Report report;
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  private Sarif(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return SafeJson.pretty(new Sarif(report).log()) + "\n";
  }

  private ObjectNode log() {
    var json = NODES.objectNode();
    json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.put("version", "2.1.0");
    json.putArray("runs").add(run());
    return json;
  }

  private static boolean isWhole(Summary summary) {
    return !(summary instanceof Summary.Failed)
        && !(summary instanceof Summary.Applied applied && applied.left() > 0);
  }

  private ObjectNode run() {
    var json = NODES.objectNode();
    var driver = json.putObject("tool").putObject("driver");
    driver.put("name", "orgform").put("version", safe(report.tool()));
    var described = driver.putArray("rules");
    for (var finding : shown()) {
      if (rules.putIfAbsent(finding.rule().id(), rules.size()) == null) {
        described.add(rule(finding.rule()));
      }
    }
    json.putObject("automationDetails").put("id", "orgform/" + report.command() + "/");
    json.put("columnKind", "unicodeCodePoints");
    var invocation = json.putArray("invocations").addObject();
    invocation.put("executionSuccessful", isWhole(report.summary()));
    int cut = report.findings().size() - shown().size();
    if (cut > 0) {
      invocation
          .putArray("toolExecutionNotifications")
          .addObject()
          .put("level", "warning")
          .set("message", message(cut + " findings of the least risk are left out."));
    }
    var results = json.putArray("results");
    var fingerprints = Fingerprints.of(shown());
    for (int i = 0; i < shown().size(); i++) {
      results.add(result(shown().get(i), fingerprints.get(i)));
    }
    return json;
  }

  private List<Finding> shown() {
    var all = report.findings();
    return all.subList(0, Math.min(MOST_RESULTS, all.size()));
  }

  private static ObjectNode rule(Rule rule) {
    var json = NODES.objectNode().put("id", rule.id());
    json.set("shortDescription", message(rule.meaning()));
    json.putObject("defaultConfiguration").put("level", level(rule.severity()));
    json.set("help", message(rule.meaning()));
    json.putObject("properties").put("risk", rule.risk());
    return json;
  }

  private static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private ObjectNode result(Finding one, String fingerprint) {
    var json = NODES.objectNode().put("ruleId", one.rule().id());
    json.put("ruleIndex", rules.get(one.rule().id()));
    json.put("level", level(one.severity()));
    json.set("message", message(one.told()));
    var location = NODES.objectNode();
    one.place().ifPresent(at -> location.set("physicalLocation", place(at)));
    one.address()
        .ifPresent(
            address ->
                location
                    .putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", safe(address.toString()))
                    .put("name", safe(address.key()))
                    .put("kind", "resource"));
    if (!location.isEmpty()) {
      json.putArray("locations").add(location);
    }
    json.putObject("partialFingerprints").put("orgform/v1", fingerprint);
    json.put("rank", one.risk());
    json.putObject("properties").put("one_way", one.oneWay()).put("rights", one.blast());
    return json;
  }

  /** Where there is no line, the first one is meant: code scanning shows nothing without one. */
  private static ObjectNode place(Source at) {
    var json = NODES.objectNode();
    var artifact = json.putObject("artifactLocation");
    var uri = Uris.of(Shortened.to(Shortened.SENTENCE, at.file()).head());
    if (Uris.isAbsolute(at.file())) {
      artifact.put("uri", "file://" + uri);
    } else {
      artifact.put("uri", uri).put("uriBaseId", "%SRCROOT%");
    }
    var region = json.putObject("region").put("startLine", Math.max(1, at.line()));
    if (at.column() > 0) {
      region.put("startColumn", at.column());
    }
    return json;
  }

  /** No message, so that nothing in it is a link or an argument. */
  private static String safe(String raw) {
    var shortened = Shortened.to(Shortened.VALUE, raw);
    return VISIBLE.escape(shortened.head() + shortened.rest());
  }

  private static ObjectNode message(String raw) {
    var shortened = Shortened.to(Shortened.SENTENCE, raw);
    return NODES.objectNode().put("text", ESCAPE.escape(shortened.head() + shortened.rest()));
  }
}
