package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** New files in a folder, all of them whole or none at all; no file that is there is touched. */
final class FreshFiles {
  private final Path folder;
  private final Path shown;
  private final Writing writing;

  /** How bytes get to a disk. */
  interface Writing {
    /** Writes a file that must not be there yet, to its last byte. */
    void write(Path file, byte[] bytes) throws IOException;
  }

  FreshFiles(Shell shell, Path folder) {
    this(shell.directory().resolve(folder), folder, FreshFiles::synced);
  }

  /**
   * In a folder.
   *
   * @param shown the folder as people call it
   */
  FreshFiles(Path folder, Path shown, Writing writing) {
    this.folder = folder;
    this.shown = shown;
    this.writing = writing;
  }

  /** One error for each file that is there already. */
  List<Diagnostic> inTheWay(Set<String> names) {
    return names.stream()
        .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
        .map(this::inTheWay)
        .toList();
  }

  /** Writes them; else why not, and then nothing is left of them. */
  Optional<Diagnostic> write(SortedMap<String, byte[]> files) {
    var drafts = new LinkedHashMap<Path, Path>();
    var given = new ArrayList<Path>();
    try {
      Files.createDirectories(folder);
      for (var file : files.entrySet()) {
        var draft = folder.resolve("." + file.getKey() + ".tmp");
        Files.deleteIfExists(draft);
        drafts.put(draft, folder.resolve(file.getKey()));
        writing.write(draft, file.getValue());
      }
      for (var draft : drafts.entrySet()) {
        name(draft.getKey(), draft.getValue());
        given.add(draft.getValue());
      }
      discard(drafts);
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      given.forEach(FreshFiles::discard);
      discard(drafts);
      return Optional.of(inTheWay(String.valueOf(Path.of(e.getFile()).getFileName())));
    } catch (IOException e) {
      given.forEach(FreshFiles::discard);
      discard(drafts);
      return Optional.of(unwritable(e));
    }
  }

  /** A second name for a file never takes the place of another; a move could. */
  private static void name(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file);
    }
  }

  private static void synced(Path file, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void discard(Map<Path, Path> drafts) {
    drafts.keySet().forEach(FreshFiles::discard);
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the disk that refused to write may refuse this too; there is nothing else to try
    }
  }

  private Diagnostic inTheWay(String name) {
    return Diagnostic.error(Code.FILE_EXISTS, "There is a file already: " + shown.resolve(name))
        .because("No file is written over, and nothing was written.")
        .todo("Choose another folder with --out, or move the file away.");
  }

  private Diagnostic unwritable(IOException e) {
    return Diagnostic.error(
            Code.CANNOT_WRITE, "The files cannot be written to \"%s\"".formatted(shown))
        .because(DocumentFile.reason(e) + " Nothing of them is left.")
        .todo("Choose another folder with --out, or make room; nothing else was changed.");
  }
}
