package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;

/**
 * What GitLab's documents want of an issue of code quality; GitLab publishes no schema of it. It
 * drops an issue without these keys, and of two with one fingerprint it shows one.
 */
final class GitlabRules {
  private static final List<String> SEVERITIES =
      List.of("info", "minor", "major", "critical", "blocker");

  private GitlabRules() {}

  static JsonNode check(String json) {
    var issues = SarifRules.read(json);
    assertThat(issues.isArray()).isTrue();
    var fingerprints = new HashSet<String>();
    for (var one : issues) {
      assertThat(one.fieldNames())
          .toIterable()
          .containsExactly("description", "check_name", "fingerprint", "severity", "location");
      assertThat(SEVERITIES).contains(one.get("severity").textValue());
      assertThat(one.get("description").textValue()).isNotEmpty();
      assertThat(one.at("/location/lines/begin").intValue()).isPositive();
      assertThat(one.at("/location/path").textValue()).isNotEmpty();
      var fingerprint = one.get("fingerprint").textValue();
      assertThat(fingerprints.add(fingerprint)).as(fingerprint).isTrue();
    }
    return issues;
  }
}
