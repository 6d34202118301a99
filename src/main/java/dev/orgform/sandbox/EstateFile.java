package dev.orgform.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Estates on disk: written whole or not at all, and readable by their owner only. */
final class EstateFile {
  private EstateFile() {}

  static Estate read(Path file) {
    try {
      return EstateJson.parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Refused("There is no file " + file + ".");
    } catch (CharacterCodingException e) {
      throw new Refused(file + " is not UTF-8 text.");
    } catch (IOException e) {
      throw new Refused("Cannot read %s: %s.".formatted(file, reason(e)), e);
    }
  }

  static void write(Estate estate, Path file) {
    var whole = file.toAbsolutePath();
    var folder = whole.resolveSibling("").normalize();
    try {
      Files.createDirectories(folder);
      // Temporary files of the JDK have mode 0600, and a move keeps it.
      Path fresh = Files.createTempFile(folder, whole.getFileName() + ".", ".tmp");
      try {
        fill(fresh, Json.pretty(EstateJson.write(estate)));
        Files.move(
            fresh, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      syncFolder(folder);
    } catch (IOException e) {
      throw new Refused("Cannot save %s: %s.".formatted(file, reason(e)), e);
    }
  }

  private static void fill(Path file, String text) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot sync a folder; the file itself is synced, so there is nothing to mend.
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
  }
}
