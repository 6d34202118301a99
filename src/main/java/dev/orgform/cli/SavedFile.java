package dev.orgform.cli;

import dev.orgform.documents.SavedPlan;
import dev.orgform.kinds.Kinds;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import dev.orgform.seal.Seal;
import dev.orgform.seal.Trust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan file of which no byte was changed.
 *
 * @param name what it is known by in the store
 */
record SavedFile(SavedPlan plan, Trust trust, String name) {

  /**
   * Readable, intact, of this version, and sealed by whoever must have sealed it, in this order.
   */
  static Checked<SavedFile> open(Shell shell, Path file, SealOptions options) {
    var bytes = PlanFile.bytes(shell, file);
    return bytes.value().isPresent()
        ? open(shell, file.toString(), bytes.value().get(), options)
        : Checked.failed(bytes.diagnostics());
  }

  private static Checked<SavedFile> open(
      Shell shell, String file, byte[] bytes, SealOptions options) {
    var found = Seal.of(bytes);
    if (found.isEmpty()) {
      return Checked.failed(List.of(noSeal(file, bytes)));
    }
    var seal = found.get();
    if (!seal.intact()) {
      return Checked.failed(List.of(changed(file, "A byte of it is not as it was written.")));
    }
    var plan = SavedPlan.read(new String(bytes, StandardCharsets.UTF_8), file, Kinds.kinds());
    if (plan.value().isEmpty()) {
      return Checked.failed(plan.diagnostics());
    }
    var trust = options.judge(shell, seal, file);
    return trust.value().isPresent()
        ? Checked.of(new SavedFile(plan.value().get(), trust.value().get(), seal.name()), List.of())
        : Checked.failed(trust.diagnostics());
  }

  /** What has no end of ours was cut or rewritten, is of another version, or is no plan at all. */
  private static Diagnostic noSeal(String file, byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var read = SavedPlan.read(text, file, Kinds.kinds());
    boolean ours = read.value().isPresent() || PlanFile.beginsLikePlan(bytes);
    return ours && !SavedPlan.isOfAnotherVersion(text)
        ? changed(file, "It does not end as orgform writes it: it was cut or rewritten.")
        : read.diagnostics().getFirst();
  }

  private static Diagnostic changed(String file, String why) {
    return Diagnostic.error(Code.ALTERED_PLAN, "The plan file was changed")
        .because(why)
        .todo("Nothing was sent. Fetch the file again, or make a new plan.")
        .at(Place.of(file));
  }
}
