package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.channels.FileChannel;
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
import java.util.Optional;
import java.util.Set;

/** A document of ours in a file that only its owner may read; there whole, or not at all. */
final class DocumentFile {
  private DocumentFile() {}

  /**
   * Writes a new file beside it first, so that a full disk never leaves half of one. What does not
   * begin like a document is not replaced.
   *
   * @param noun what it is for people, such as {@code plan}
   * @return why it could not be written; nothing where it is
   */
  static Optional<Diagnostic> write(Shell shell, Path file, String json, String noun) {
    var path = shell.directory().resolve(file);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(unwritable(file, noun, "It is there, and it is not a plain file."));
    }
    var name = path.getFileName();
    if (name == null) {
      return Optional.of(unwritable(file, noun, "It names no file."));
    }
    var beside = path.resolveSibling("." + name + ".tmp");
    try {
      if (Files.exists(path) && !beginsLikeJson(path)) {
        return Optional.of(unwritable(file, noun, "It is there, and it is not a " + noun + "."));
      }
      Files.deleteIfExists(beside);
      writeSynced(beside, json);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      discard(beside);
      return Optional.of(unwritable(file, noun, reason(e)));
    }
  }

  private static boolean beginsLikeJson(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      int first = in.read();
      return first == '{' || first == -1;
    }
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

  /** What the file system says, as a sentence. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "The folder that it should be in does not exist.";
      case AccessDeniedException denied -> "Permission denied.";
      case FileSystemException refused when refused.getReason() != null ->
          "The file system says: " + refused.getReason() + ".";
      default -> "The file system refuses.";
    };
  }

  private static Diagnostic unwritable(Path file, String noun, String why) {
    return Diagnostic.error(
            Code.CANNOT_WRITE, "The %s cannot be written to \"%s\"".formatted(noun, file))
        .because(why)
        .todo("Choose another place with -out=FILE; nothing else was changed.");
  }
}
