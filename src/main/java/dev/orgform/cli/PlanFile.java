package dev.orgform.cli;

import dev.orgform.documents.PlanDocument;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan document in a file that only its owner may read. */
final class PlanFile {
  private static final long LARGEST = 256L << 20;

  private PlanFile() {}

  static Checked<PlanDocument> read(Shell shell, Path file) {
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
      return PlanDocument.read(Files.readString(path, StandardCharsets.UTF_8), file.toString());
    } catch (CharacterCodingException e) {
      return unreadable(file, "It is not UTF-8 text.");
    } catch (IOException e) {
      return unreadable(file, reason(e));
    }
  }

  private static Checked<PlanDocument> unreadable(Path file, String why) {
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

  /** Writes a new file beside it first, so that a full disk never leaves half a plan. */
  static Optional<Diagnostic> write(Shell shell, Path file, PlanDocument plan) {
    var path = shell.directory().resolve(file);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(unwritable(file, "It is there, and it is not a plain file."));
    }
    if (Files.exists(path) && !looksLikePlan(path)) {
      return Optional.of(unwritable(file, "It is there, and it is not a plan."));
    }
    var beside = path.resolveSibling("." + path.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(beside);
      writeSynced(beside, plan.pretty());
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      discard(beside);
      return Optional.of(unwritable(file, reason(e)));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "The folder that it should be in does not exist.";
      case AccessDeniedException denied -> "Permission denied.";
      case FileSystemException refused when refused.getReason() != null ->
          "The file system says: " + refused.getReason() + ".";
      default -> "The file system refuses.";
    };
  }

  private static void writeSynced(Path file, String text) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (var channel = FileChannel.open(file, create, owner)) {
      var bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the disk that refused to write may refuse this too; there is nothing else to try
    }
  }

  private static Diagnostic unwritable(Path file, String why) {
    return Diagnostic.error(Code.CANNOT_WRITE, "The plan cannot be written to \"" + file + "\"")
        .because(why)
        .todo("Choose another place with -out=FILE; nothing else was changed.");
  }
}
