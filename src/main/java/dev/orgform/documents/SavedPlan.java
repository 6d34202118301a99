package dev.orgform.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Checked;
import dev.orgform.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * A plan that can be applied later: its document, and what is needed to make sure of it.
 *
 * @param plan says when it was made
 */
public record SavedPlan(PlanDocument plan, Saved saved) {
  /** What clocks may differ by. */
  private static final int SKEW_SECONDS = 300;

  public SavedPlan {
    if (plan.made().isEmpty()) {
      throw new IllegalArgumentException("a plan without its time never expires");
    }
  }

  /**
   * Reads what {@link #pretty()} wrote.
   *
   * @param kinds every kind there is
   * @return errors of code {@code bad-plan-file} or {@code other-version}
   */
  public static Checked<SavedPlan> read(String text, String file, List<Kind> kinds) {
    return PlanReader.readSaved(text, file, kinds);
  }

  /** Whether a text is a plan's JSON, and of a version that is not known here. */
  public static boolean isOfAnotherVersion(String text) {
    return PlanReader.isOfAnotherVersion(text);
  }

  public Instant made() {
    return plan.made().orElseThrow();
  }

  /** Whether it has stopped counting, or does not count yet. */
  public boolean isOutdated(Instant now) {
    return !now.isBefore(saved.expires()) || now.isBefore(made().minusSeconds(SKEW_SECONDS));
  }

  /** JSON for a file, ending with a line break; the same plan gives the same bytes, all ASCII. */
  public String pretty() {
    return SafeJson.pretty(json()) + "\n";
  }

  /** The same in one line without a line break. */
  public String line() {
    return SafeJson.line(json());
  }

  private JsonNode json() {
    var json = PlanWriter.write(plan);
    ((ObjectNode) json.get(PlanWriter.X)).set("saved", SavedJson.write(saved));
    return json;
  }
}
