package dev.orgform.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What is done to single files and folders: privately, durably and without following links. */
final class Disk {
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private Disk() {}

  /** A symbolic link stands where none may. */
  static final class IsLink extends FileSystemException {
    private static final long serialVersionUID = 1L;

    IsLink(Path link) {
      super(link.toString());
    }
  }

  static FileAttribute<Set<PosixFilePermission>> ownersFile() {
    return PosixFilePermissions.asFileAttribute(OWNER_FILE);
  }

  /** Makes a folder and what it lies in; one that others may enter is closed to them. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new IsLink(folder);
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
      syncFolder(folder.toAbsolutePath().normalize().resolveSibling(""));
    } else if (!OWNER_FOLDER.containsAll(
        Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
  }

  static byte[] read(Path file) throws IOException {
    var attributes = attributes(file);
    if (attributes.isSymbolicLink()) {
      throw new IsLink(file);
    }
    // Whatever else is no plain file could keep a reader waiting for ever.
    if (!attributes.isRegularFile()) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  /** Writes a file whole or not at all; a move takes the place of a link and does not follow it. */
  static void replace(Path file, byte[] bytes) throws IOException {
    var fresh = fresh(file);
    Files.deleteIfExists(fresh);
    try (var appender = DiskAppender.create(fresh)) {
      appender.add(bytes);
      appender.flush();
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.resolveSibling(""));
  }

  /** What a file is called until it is whole. */
  static Path fresh(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** What tells a file from every other, and from a later one of its name. */
  static Object key(Path file) throws IOException {
    var attributes = attributes(file);
    if (attributes.isSymbolicLink()) {
      throw new IsLink(file);
    }
    return String.valueOf(attributes.fileKey());
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes names that were given or taken in a folder safe from a crash. */
  static void syncFolder(Path folder) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          // A run that is being stopped still has to record what it did.
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static StoreUnusable unusable(Path path, IOException e) {
    var why = DiskTrouble.of(path, e);
    return new StoreUnusable("The store cannot use " + path, why.words(), why.remedy());
  }
}
