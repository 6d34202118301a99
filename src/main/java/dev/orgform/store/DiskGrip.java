package dev.orgform.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock of the operating system on a file that is never deleted; it goes when its process goes.
 *
 * <p>Such a lock belongs to the process and is given back when the process closes any handle of the
 * file, so a second handle is never opened: what this process holds is known by the file's key.
 */
final class DiskGrip implements Folder.Grip {
  private static final Set<Object> HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Object key;
  private final FileChannel channel;
  private final FileLock lock;

  private DiskGrip(Path path, Object key, FileChannel channel, FileLock lock) {
    this.path = path;
    this.key = key;
    this.channel = channel;
    this.lock = lock;
  }

  static Optional<Folder.Grip> take(Path path) throws IOException {
    try {
      Files.createFile(path, Disk.ownersFile());
    } catch (FileAlreadyExistsException e) {
      // Somebody locked it before; whether somebody does now is asked below.
    }
    var key = Disk.key(path);
    if (!HERE.add(key)) {
      return Optional.empty();
    }
    Optional<Folder.Grip> grip = Optional.empty();
    try {
      grip = open(path, key);
    } finally {
      if (grip.isEmpty()) {
        HERE.remove(key);
      }
    }
    return grip;
  }

  private static Optional<Folder.Grip> open(Path path, Object key) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    Optional<Folder.Grip> grip = Optional.empty();
    try {
      var lock = channel.tryLock();
      // A file that was replaced meanwhile would be locked in vain.
      if (lock != null && Disk.key(path).equals(key)) {
        grip = Optional.of(new DiskGrip(path, key, channel, lock));
      }
    } finally {
      if (grip.isEmpty()) {
        channel.close();
      }
    }
    return grip;
  }

  @Override
  public boolean holds() {
    try {
      return lock.isValid() && Disk.key(path).equals(key);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Closing gives the lock back whatever else it says.
    } finally {
      HERE.remove(key);
    }
  }
}
