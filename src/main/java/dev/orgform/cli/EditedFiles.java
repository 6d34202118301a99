package dev.orgform.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orgform.config.Amendment;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Puts edited texts in the place of files of the user's: each is whole at any time, keeps its
 * permissions and its byte order mark, and must still be what was read.
 */
final class EditedFiles {
  private static final String MARK = "\ufeff";

  private final Path directory;

  EditedFiles(Path directory) {
    this.directory = directory;
  }

  /** Why they could not be written; nothing where they are. */
  Optional<Diagnostic> write(List<Amendment.Amended> files) {
    var drafts = new LinkedHashMap<Path, Path>();
    try {
      for (var file : files) {
        var path = directory.resolve(file.name());
        var text = Files.readString(path);
        var mark = text.startsWith(MARK) ? MARK : "";
        if (!text.equals(mark + file.before())) {
          discard(drafts.keySet());
          return Optional.of(moved(file.name()));
        }
        var draft = path.resolveSibling("." + path.getFileName() + ".tmp");
        drafts.put(draft, path);
        draft(draft, path, mark + file.after());
      }
      for (var draft : new ArrayList<>(drafts.entrySet())) {
        Files.move(draft.getKey(), draft.getValue(), StandardCopyOption.ATOMIC_MOVE);
        drafts.remove(draft.getKey());
      }
      return Optional.empty();
    } catch (IOException e) {
      discard(drafts.keySet());
      return Optional.of(unwritable(e));
    }
  }

  private static void draft(Path draft, Path like, String text) throws IOException {
    Files.deleteIfExists(draft);
    try (var channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.setPosixFilePermissions(
        draft, Files.getPosixFilePermissions(like, LinkOption.NOFOLLOW_LINKS));
  }

  private static void discard(Iterable<Path> drafts) {
    for (var draft : drafts) {
      try {
        Files.deleteIfExists(draft);
      } catch (IOException e) {
        // the disk that refused to write may refuse this too; there is nothing else to try
      }
    }
  }

  private static Diagnostic moved(String name) {
    return Diagnostic.error(Code.CANNOT_WRITE, "The file changed meanwhile: " + name)
        .because("It is not what was read a moment ago. Nothing was written.")
        .todo("Try again.");
  }

  private static Diagnostic unwritable(IOException e) {
    return Diagnostic.error(Code.CANNOT_WRITE, "The files cannot be edited")
        .because(DocumentFile.reason(e) + " Each is either edited or as it was.")
        .todo("Look at them with `git diff`, and accept again; drift tells what is left.");
  }
}
