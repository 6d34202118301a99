package dev.orgform.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * The file that a {@code …_FILE} variable names.
 *
 * <p>No problem shows the path, because people put the secret itself there by mistake.
 *
 * @param variable its name
 * @param secret whether nobody else may be able to read or write it
 */
record CredentialFile(String variable, boolean secret) {
  private static final int LARGEST = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** How a file is opened. */
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  /** What stands in it, without the line break at its end. */
  Given<String> read(String path, Opener opener) {
    if (path.isEmpty()) {
      return wrong("", variable + " is empty", "Name a file to read, or do not set it.");
    }
    try {
      var file = Path.of(path);
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory()) {
        return wrong(
            "-folder", variable + " names a folder and not a file", "Name the file within it.");
      }
      if (!found.isRegularFile()) {
        return wrong(
            "-special",
            variable + " names a pipe or device and not a plain file",
            "Write the value into a file of its own, chmod 600, and name that.");
      }
      if (secret && isOpenToOthers(file)) {
        return wrong(
            "-open",
            "The file of " + variable + " is open to other users of this machine",
            "Make it yours alone: chmod 600 on that file.");
      }
      return content(file, opener);
    } catch (NoSuchFileException | InvalidPathException e) {
      return wrong(
          "-missing",
          "The file that " + variable + " names does not exist",
          "Check its path from where orgform runs; the variable takes a path, not the value"
              + " itself.");
    } catch (AccessDeniedException | SecurityException e) {
      return wrong(
          "-denied",
          "The file of " + variable + " may not be read by the user that runs orgform",
          "Make that user its owner, and chmod 600; the folders above need x for that user.");
    } catch (IOException e) {
      return wrong(
          "",
          "The file of " + variable + " cannot be read",
          "The system gives an error that is neither its absence nor its permissions: look at the"
              + " disk or mount it is on.");
    }
  }

  private Given<String> content(Path file, Opener opener) throws IOException {
    byte[] bytes;
    try (InputStream in = opener.open(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      return wrong(
          "-size",
          "The file of " + variable + " is larger than " + LARGEST + " bytes",
          "It should hold the bare value and nothing else.");
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Given.of(text.replaceFirst("\\r?\\n\\z", ""));
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      return false; // A file system without these permissions has nothing to check.
    }
  }

  private static Given<String> wrong(String kind, String summary, String detail) {
    return Given.wrong(new Problem("credentials-file" + kind, summary, detail));
  }
}
