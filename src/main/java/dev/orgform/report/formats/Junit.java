package dev.orgform.report.formats;

import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.model.Severity;
import dev.orgform.report.FieldPatch;
import dev.orgform.report.findings.Finding;
import dev.orgform.report.findings.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as JUnit's XML, after the schema of Jenkins ({@code junit-10.xsd}): one test case for
 * each finding. Errors, drift and what is missing fail; other warnings are skipped, so that people
 * see them; the rest passes.
 */
final class Junit {
  /** The most lines of one finding. */
  private static final int MOST_LINES = 200;

  private final Xml xml = new Xml();
  private final Report report;

  private Junit(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    var junit = new Junit(report);
    junit.suites();
    return junit.xml.text();
  }

  private void suites() {
    var findings = report.findings();
    long failures = findings.stream().filter(Junit::fails).count();
    long skipped = findings.stream().filter(one -> !fails(one) && warns(one)).count();
    long tests = Math.max(1, findings.size());
    xml.begin("testsuites").attribute("name", "orgform").attribute("tests", tests);
    xml.attribute("failures", failures).attribute("errors", 0).inside();
    xml.begin("testsuite").attribute("name", "orgform " + report.command());
    xml.attribute("tests", tests).attribute("failures", failures).attribute("errors", 0);
    xml.attribute("skipped", skipped).attribute("time", 0);
    report.made().ifPresent(when -> xml.attribute("timestamp", when.toString().replace("Z", "")));
    xml.inside();
    if (findings.isEmpty()) {
      begin("orgform." + report.command(), "nothing to report").empty();
    }
    findings.forEach(this::testCase);
    xml.end("testsuite").end("testsuites");
  }

  private static boolean fails(Finding one) {
    return one.severity() == Severity.ERROR || (warns(one) && one.rule().id().startsWith("drift/"));
  }

  private static boolean warns(Finding one) {
    return one.severity() == Severity.WARNING;
  }

  private Xml begin(String type, String name) {
    return xml.begin("testcase")
        .attribute("classname", type)
        .attribute("name", name)
        .attribute("time", 0);
  }

  private void testCase(Finding one) {
    begin("orgform." + one.rule().id().replace('/', '.'), name(one)).inside();
    if (fails(one)) {
      xml.begin("failure").attribute("type", one.rule().id()).attribute("message", one.message());
      xml.lines("failure", details(one));
    } else if (warns(one)) {
      xml.begin("skipped").attribute("message", one.message()).empty();
    } else {
      xml.begin("system-out").lines("system-out", details(one));
    }
    xml.end("testcase");
  }

  private static String name(Finding one) {
    return one.address().map(Address::toString).orElseGet(one::message);
  }

  private static List<String> details(Finding one) {
    var lines = new ArrayList<String>();
    lines.add(one.message());
    one.place().map(Junit::place).ifPresent(lines::add);
    lines.addAll(one.history());
    one.advice().lines().forEach(lines::add);
    one.fields().stream()
        .filter(field -> !FieldPatch.isNothing(field))
        .flatMap(field -> FieldPatch.of(field).stream())
        .limit(MOST_LINES)
        .forEach(lines::add);
    return lines;
  }

  private static String place(Source at) {
    return at.file() + ":" + at.line() + ":" + at.column();
  }
}
