package dev.orgform.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The outermost folder of a local store: known by a {@code .gitignore} that hides all of it, so
 * that nobody's own folder is ever taken for it.
 */
final class Root {
  private static final String MARK = ".gitignore";
  private static final String ALL = "*";

  private Root() {}

  /** The folder is somebody's own. */
  static final class Foreign extends FileSystemException {
    private static final long serialVersionUID = 1L;

    Foreign(Path folder) {
      super(folder.toString());
    }
  }

  static void make(Path root) throws IOException {
    boolean marked = Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS) && isMarked(root);
    Disk.makeFolder(root);
    if (!marked) {
      Disk.replace(root.resolve(MARK), (ALL + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** False for an empty folder, which may become a store. */
  private static boolean isMarked(Path root) throws IOException {
    try {
      var text = new String(Disk.read(root.resolve(MARK)), StandardCharsets.ISO_8859_1);
      if (text.lines().anyMatch(ALL::equals)) {
        return true;
      }
    } catch (NoSuchFileException e) {
      if (isEmpty(root)) {
        return false;
      }
    }
    throw new Foreign(root);
  }

  private static boolean isEmpty(Path root) throws IOException {
    try (var files = Files.list(root)) {
      // A crash may have left the mark half made.
      return files.allMatch(file -> file.equals(Disk.fresh(root.resolve(MARK))));
    }
  }
}
