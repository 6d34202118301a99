package dev.orgform.report.ci;

import dev.orgform.report.findings.Report;
import dev.orgform.report.findings.Summary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What the steps after ours can ask for, in the format of {@code GITHUB_OUTPUT}: numbers, words and
 * hashes of ours, and nothing that anybody else wrote.
 *
 * @param values by name, in the order in which they are written
 */
public record StepOutputs(SequencedMap<String, String> values) {
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]*");

  public StepOutputs {
    for (var value : values.values()) {
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("an output is no word of ours");
      }
    }
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /**
   * Of a run.
   *
   * @param exit the code with which it ends
   */
  public static StepOutputs of(Report report, int exit) {
    var values = new LinkedHashMap<String, String>();
    values.put("exitcode", String.valueOf(exit));
    switch (report.summary()) {
      case Summary.Planned plan -> {
        values.put("has_changes", String.valueOf(plan.changes() > 0));
        values.put("add", String.valueOf(plan.counts().add()));
        values.put("change", String.valueOf(plan.counts().change()));
        values.put("destroy", String.valueOf(plan.counts().destroy()));
        values.put("move", String.valueOf(plan.moves()));
        values.put("one_way", String.valueOf(plan.oneWay()));
        values.put("plan_hash", plan.hash());
      }
      case Summary.Applied applied -> {
        values.put("has_changes", String.valueOf(applied.plan().changes() > 0));
        values.put("add", String.valueOf(applied.counts().add()));
        values.put("change", String.valueOf(applied.counts().change()));
        values.put("destroy", String.valueOf(applied.counts().destroy()));
        values.put("left", String.valueOf(applied.left()));
        values.put("plan_hash", applied.plan().hash());
      }
      case Summary.Surveyed drift -> {
        values.put("has_changes", String.valueOf(drift.isDrift()));
        values.put("drifted", String.valueOf(drift.drifted()));
        values.put("missing", String.valueOf(drift.missing()));
        values.put("unmanaged", String.valueOf(drift.unmanaged()));
      }
      case Summary.Failed failed -> values.put("has_changes", "");
    }
    return new StepOutputs(values);
  }

  /**
   * As it is appended to the file.
   *
   * @param nonce letters and digits that nobody can know beforehand
   */
  public String text(String nonce) {
    var end = "orgform_" + nonce;
    var text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          text.append(name).append("<<").append(end).append('\n');
          text.append(value).append('\n').append(end).append('\n');
        });
    return text.toString();
  }
}
