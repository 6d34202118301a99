package dev.orgform.documents;

import dev.orgform.model.Address;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Severity;
import dev.orgform.plan.Confirmation;
import dev.orgform.plan.Counts;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a run with {@code -json}, after Terraform's {@code ui} 1.3; its schema is {@code
 * schemas/event.schema.json}. Readers that do not know a type can show its message.
 */
public sealed interface StreamLine {
  /** What people would read. */
  String message();

  /** The first line of every run. */
  record Version(String tool, String message) implements StreamLine {}

  /** A sentence that has no type of its own. */
  record Log(Severity severity, String message) implements StreamLine {}

  /** Something is wrong, or worth a note. */
  record Told(Diagnostic diagnostic, String message) implements StreamLine {}

  /**
   * What came of reading a configuration.
   *
   * @param files how many make it, and {@code objects} how many are declared; zero where it is not
   *     valid
   */
  record Validated(
      boolean valid, long errors, long warnings, int files, int objects, String message)
      implements StreamLine {}

  /** One object as it is declared. */
  record Declared(Resource resource, String message) implements StreamLine {}

  /** One sentence that something shall be deleted. */
  record Removed(Removal removal, String message) implements StreamLine {}

  /** One object that somebody changed elsewhere, or that is missing. */
  record Drifted(DriftedObject object, String message) implements StreamLine {}

  /** One object that exists and is declared for the first time. */
  record Adopted(AdoptedObject object, String message) implements StreamLine {}

  /** One object that no file declares. */
  record Unmanaged(LiveObject object, String message) implements StreamLine {}

  /**
   * Something that a person must still say.
   *
   * @param flag how it is said, with its value where it takes one
   */
  record Needed(Confirmation confirmation, String flag, String message) implements StreamLine {}

  /** One change of the plan. */
  record Planned(PlannedChange change, String message) implements StreamLine {}

  /** How many changes are planned, or were made. */
  record Summary(Counts counts, Operation operation, String message) implements StreamLine {}

  /**
   * Something that happens to one change while it is applied.
   *
   * @param type Terraform's name for the kind of the object
   * @param id where the object has one by now
   * @param seconds since it started, rounded
   * @param outcome for {@link Stage#ERRORED}: failed, unknown, stale, not-begun or skipped
   */
  record Hook(
      Stage stage,
      Address address,
      String type,
      Verb verb,
      Optional<String> id,
      long seconds,
      Optional<String> outcome,
      String message)
      implements StreamLine {}

  /** What a summary counts. */
  enum Operation {
    PLAN,
    APPLY
  }

  /** How far a change has come. */
  enum Stage {
    START,
    PROGRESS,
    COMPLETE,
    ERRORED
  }

  /** The line as JSON, without a line break; pure ASCII, so safe in any log. */
  default String at(Instant when) {
    return SafeJson.line(StreamWriter.write(this, when));
  }
}
