package dev.orgform.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The end of a new file on disk. It is no channel, because an interrupt closes channels, and a run
 * that is being stopped still has to record what it did.
 */
final class DiskAppender implements Folder.Appender {
  private final Path path;
  private final Object key;
  private final RandomAccessFile file;

  private DiskAppender(Path path, Object key, RandomAccessFile file) {
    this.path = path;
    this.key = key;
    this.file = file;
  }

  static DiskAppender create(Path path) throws IOException {
    Files.createFile(path, Disk.ownersFile());
    var key = Disk.key(path);
    try {
      return new DiskAppender(path, key, new RandomAccessFile(path.toFile(), "rw"));
    } catch (FileNotFoundException e) {
      throw new NoSuchFileException(path.toString());
    }
  }

  void add(byte[] bytes) throws IOException {
    file.write(bytes);
  }

  void flush() throws IOException {
    file.getFD().sync();
    // What was synced to a file without a name would be lost all the same.
    if (!Disk.key(path).equals(key)) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public void write(byte[] bytes) throws StoreUnusable {
    try {
      add(bytes);
    } catch (IOException e) {
      throw Disk.unusable(path, e);
    }
  }

  @Override
  public void sync() throws StoreUnusable {
    try {
      flush();
    } catch (IOException e) {
      throw Disk.unusable(path, e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // Whatever had to be on disk was synced before.
    }
  }
}
