package dev.orgform.cli;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A plan document in a file that only its owner may read. */
final class PlanFile {
  private static final long LARGEST = 256L << 20;

  private static final String BEGIN = "{\n  \"format_version\"";

  private PlanFile() {}

  /** The bytes of a file that may be a plan. */
  static Checked<byte[]> bytes(Shell shell, Path file) {
    var path = shell.directory().resolve(file);
    try {
      if (!Files.exists(path)) {
        return unreadable(file, "There is no such file.");
      }
      if (!Files.isRegularFile(path)) {
        return unreadable(file, "It is not a plain file.");
      }
      if (Files.size(path) > LARGEST) {
        return unreadable(file, "It is larger than any plan.");
      }
      return Checked.of(Files.readAllBytes(path), List.of());
    } catch (IOException e) {
      return unreadable(file, DocumentFile.reason(e));
    }
  }

  private static Checked<byte[]> unreadable(Path file, String why) {
    return Checked.failed(
        List.of(
            Diagnostic.error(Code.BAD_PLAN_FILE, file + " cannot be read as a plan")
                .because(why)
                .todo("Name a file that orgform plan -out=FILE wrote.")));
  }

  /** Whether a file begins like a plan and not like YAML; false for what cannot be read. */
  static boolean looksLikePlan(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      int first = in.read();
      return first == '{' || first == -1;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether bytes begin as orgform begins a plan, whatever came of their end. */
  static boolean beginsLikePlan(byte[] bytes) {
    var begin =
        new String(bytes, 0, Math.min(bytes.length, BEGIN.length()), StandardCharsets.UTF_8);
    return !begin.isEmpty() && BEGIN.startsWith(begin);
  }

  /** Why it could not be written; nothing where it is. */
  static Optional<Diagnostic> write(Shell shell, Path file, String plan) {
    return DocumentFile.write(shell, file, plan, "plan");
  }
}
