package dev.orgform.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock of the operating system on a file that is never deleted; it goes when its process goes.
 *
 * <p>Such a lock belongs to the process and is given back when the process closes any handle of the
 * file, so a second handle is never opened: what this process holds is known by the file's key.
 */
final class DiskGrip implements Folder.Grip {
  /** Holds the grips as well: one that nobody else remembers must not be swept up and let go. */
  private static final Map<Object, DiskGrip> HERE = new HashMap<>();

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
    synchronized (HERE) {
      var key = Disk.key(path);
      var grip = HERE.containsKey(key) ? Optional.<DiskGrip>empty() : open(path, key);
      grip.ifPresent(mine -> HERE.put(key, mine));
      return grip.map(mine -> mine);
    }
  }

  private static Optional<DiskGrip> open(Path path, Object key) throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    Optional<DiskGrip> grip = Optional.empty();
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
    synchronized (HERE) {
      try {
        channel.close();
      } catch (IOException e) {
        // Closing gives the lock back whatever else it says.
      }
      // Another may have the key by now: the number of a deleted file is given out again.
      HERE.remove(key, this);
    }
  }
}
