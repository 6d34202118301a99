package dev.orgform.seal;

import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Reads files that hold keys; nothing it says quotes them. */
final class KeyFile {
  private static final int LARGEST = 64 << 10;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private KeyFile() {}

  /**
   * The text of a file.
   *
   * @param what the file is called in what is said of it
   * @param secret whether nobody but its owner may be able to read it
   */
  static Checked<String> read(Path file, String what, boolean secret) {
    try {
      if (!Files.isRegularFile(file)) {
        return wrong(what + " is no plain file", "Name a file to read.");
      }
      if (secret && isOpenToOthers(file)) {
        return wrong(
            what + " is open to other users of this machine",
            "Make it yours alone: chmod 600 on that file.");
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes(LARGEST + 1);
      }
      return bytes.length > LARGEST
          ? wrong(what + " is larger than any key", "It should hold keys and nothing else.")
          : Checked.of(new String(bytes, StandardCharsets.UTF_8), List.of());
    } catch (IOException e) {
      return wrong(what + " cannot be read", "Check its path and its permissions.");
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      return false; // A file system without these permissions has nothing to check.
    }
  }

  private static Checked<String> wrong(String summary, String remedy) {
    return Checked.failed(List.of(Diagnostic.error(Code.BAD_PLAN_KEY, summary).todo(remedy)));
  }
}
