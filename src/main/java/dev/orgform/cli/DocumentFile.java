package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.report.formats.Format;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A document or report of ours in a file; there whole, or not at all. */
final class DocumentFile {
  private DocumentFile() {}

  /** As {@code rw-------}: it may say what not everybody should know. */
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  /** As {@code rw-r--r--}, because a pipeline hands it on to others. */
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rw-r--r--");

  /** How many bytes tell what a file is. */
  private static final int HEAD = 64;

  /**
   * What is written.
   *
   * @param noun what it is for people, such as {@code plan}
   * @param flag how another place for it is said
   * @param ours whether a file that begins so may be replaced
   */
  private record Sort(
      String noun, String flag, Set<PosixFilePermission> readers, Predicate<String> ours) {}

  /**
   * Writes a new file beside it first, so that a full disk never leaves half of one. What does not
   * begin like a document is not replaced.
   *
   * @param noun what it is for people, such as {@code plan}
   * @return why it could not be written; nothing where it is
   */
  static Optional<Diagnostic> write(Shell shell, Path file, String json, String noun) {
    var sort = new Sort(noun, "-out=FILE", OWNER, head -> head.isEmpty() || head.startsWith("{"));
    return write(shell, file, Body.of(json), sort);
  }

  /** The same for a report; what does not begin like one of this format is not replaced. */
  static Optional<Diagnostic> writeReport(Shell shell, Path file, Body text, Format format) {
    var flag = "--report " + format.word() + "=FILE";
    var sort =
        new Sort(
            "report as " + format.word(),
            flag,
            ALL,
            head -> head.isEmpty() || format.begins(head) || isText(format, file));
    return write(shell, file, text, sort);
  }

  /** Text begins like anything, so that its name has to tell. */
  private static boolean isText(Format format, Path file) {
    return format == Format.TEXT && file.toString().matches(".*\\.(txt|log)");
  }

  private static Optional<Diagnostic> write(Shell shell, Path file, Body text, Sort sort) {
    var path = shell.directory().resolve(file);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(unwritable(file, sort, "It is there, and it is not a plain file."));
    }
    var name = path.getFileName();
    if (name == null) {
      return Optional.of(unwritable(file, sort, "It names no file."));
    }
    var beside = path.resolveSibling("." + name + ".tmp");
    try {
      if (Files.exists(path) && !sort.ours.test(head(path))) {
        return Optional.of(
            unwritable(file, sort, "It is there, and it is not a " + sort.noun + "."));
      }
      Files.deleteIfExists(beside);
      writeSynced(beside, text, sort.readers);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      discard(beside);
      return Optional.of(unwritable(file, sort, reason(e)));
    }
  }

  private static String head(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }

  private static void writeSynced(Path file, Body text, Set<PosixFilePermission> readers)
      throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(readers);
    var create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (var channel = FileChannel.open(file, create, owner);
        var out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      text.writeTo(out);
      out.flush();
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

  private static Diagnostic unwritable(Path file, Sort sort, String why) {
    return Diagnostic.error(
            Code.CANNOT_WRITE, "The %s cannot be written to \"%s\"".formatted(sort.noun, file))
        .because(why)
        .todo("Choose another place with " + sort.flag + "; nothing else was changed.");
  }
}
