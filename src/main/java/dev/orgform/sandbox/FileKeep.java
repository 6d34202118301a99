package dev.orgform.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An estate in a file that several processes may use at once, such as a running sandbox and {@code
 * orgform sandbox edit}: each step locks a file beside it, reads anew what others have saved, and
 * saves its own change before it ends.
 */
final class FileKeep implements Keep {
  // The system's file locks hold between processes, and throw between threads of one.
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock lock;
  private Estate estate;
  private Stamp stamp = Stamp.NONE;

  FileKeep(Path file, Estate first) {
    this.file = file.toAbsolutePath().normalize();
    this.lock = HERE.computeIfAbsent(this.file, f -> new ReentrantLock());
    this.estate = first;
    change(
        found -> {
          if (stamp.equals(Stamp.NONE)) {
            save(found);
          }
          return new Next<>(found, found);
        });
  }

  @Override
  public <T> T change(Function<Estate, Next<T>> step) {
    lock.lock();
    try (var channel = lockFile();
        var held = channel.lock()) {
      Objects.requireNonNull(held);
      refresh();
      Next<T> next = step.apply(estate);
      if (!next.estate().equals(estate)) {
        save(next.estate());
      }
      return next.said();
    } catch (IOException e) {
      throw new Refused("Cannot lock %s: %s.".formatted(file, e.getMessage()), e);
    } finally {
      lock.unlock();
    }
  }

  private FileChannel lockFile() throws IOException {
    Files.createDirectories(file.resolveSibling("").normalize());
    return FileChannel.open(
        file.resolveSibling(file.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private void refresh() throws IOException {
    Stamp found = Stamp.of(file);
    if (!found.equals(stamp) && !found.equals(Stamp.NONE)) {
      estate = Estate.read(file);
      stamp = found;
    }
  }

  private void save(Estate next) {
    next.save(file);
    estate = next;
    try {
      stamp = Stamp.of(file);
    } catch (IOException e) {
      stamp = Stamp.NONE;
    }
  }

  /** What changes whenever the file is replaced. */
  private record Stamp(String key, String modified, long size) {
    static final Stamp NONE = new Stamp("", "", -1);

    static Stamp of(Path file) throws IOException {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            String.valueOf(attributes.fileKey()),
            attributes.lastModifiedTime().toString(),
            attributes.size());
      } catch (NoSuchFileException e) {
        return NONE;
      }
    }
  }
}
