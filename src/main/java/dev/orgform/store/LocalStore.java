package dev.orgform.store;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder that only its owner can enter and that Git leaves alone. */
public record LocalStore(Path folder) {
  /** The folder's name where none is given. */
  public static final String NAME = ".orgform";

  /** Opens the folder, making it where there is none. */
  public static Checked<LocalStore> open(Path folder) {
    try {
      if (Files.isSymbolicLink(folder)) {
        return Checked.failed(List.of(unusable(folder, "It is a symbolic link.")));
      }
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      var ignore = folder.resolve(".gitignore");
      if (Files.notExists(ignore, LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(ignore, "*\n");
      }
      return Checked.of(new LocalStore(folder), List.of());
    } catch (IOException e) {
      return Checked.failed(List.of(unusable(folder, reason(e))));
    }
  }

  /** Where the sandbox keeps its estate. */
  public Path sandboxEstate() {
    return folder.resolve("sandbox.json");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied -> "Permission denied.";
      case java.nio.file.FileAlreadyExistsException exists -> "A file of that name is in the way.";
      case java.nio.file.FileSystemException system ->
          system.getReason() == null ? "The file system refuses." : system.getReason() + ".";
      default -> "The file system refuses.";
    };
  }

  private static Diagnostic unusable(Path folder, String why) {
    return Diagnostic.error(Code.STORE_UNUSABLE, "The store " + folder + " cannot be used")
        .because(why)
        .todo("Make the folder writable, or choose another with `--store DIR`.");
  }
}
