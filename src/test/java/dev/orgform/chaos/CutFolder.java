package dev.orgform.chaos;

import dev.orgform.store.Folder;
import dev.orgform.store.MemoryFolder;
import dev.orgform.store.StoreUnusable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A disk whose process dies so that of everything appended so far exactly so many bytes are left:
 * in the moment when they are written, or as late as nothing behind them is synced yet.
 */
final class CutFolder implements Folder {
  private final MemoryFolder files;
  private final int cut;
  private final boolean late;
  private int written;
  private int synced;

  /**
   * A process at a folder that outlives it.
   *
   * @param cut how many bytes are left; a process that appends fewer lives on
   */
  CutFolder(MemoryFolder files, int cut, boolean late) {
    this.files = files;
    this.cut = cut;
    this.late = late;
  }

  /** How many bytes were appended. */
  int written() {
    return written;
  }

  private void die() {
    files.crash(unsynced -> cut - synced);
    throw new Died();
  }

  @Override
  public Optional<byte[]> read(String name) {
    return files.read(name);
  }

  @Override
  public List<String> list() {
    return files.list();
  }

  @Override
  public Appender create(String name) throws StoreUnusable {
    var end = files.create(name);
    return new Appender() {
      @Override
      public void write(byte[] bytes) throws StoreUnusable {
        boolean last = written <= cut && cut < written + bytes.length;
        if (last && !late) {
          end.write(Arrays.copyOf(bytes, cut - written));
          die();
        }
        end.write(bytes);
        written += bytes.length;
      }

      @Override
      public void sync() throws StoreUnusable {
        if (written > cut && synced <= cut) {
          die();
        }
        end.sync();
        synced = written;
      }

      @Override
      public void close() {
        end.close();
      }
    };
  }

  @Override
  public void replace(String name, byte[] bytes) {
    files.replace(name, bytes);
  }

  @Override
  public void delete(String name) {
    files.delete(name);
  }

  @Override
  public Optional<Grip> lock(String name) {
    return files.lock(name);
  }

  @Override
  public String path(String name) {
    return files.path(name);
  }
}
