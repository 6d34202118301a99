package dev.orgform.chaos;

import dev.orgform.store.Folder;
import dev.orgform.store.MemoryFolder;
import dev.orgform.store.StoreUnusable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A disk that loses what was not synced when its process dies, and that may be full. */
final class SimulatedDisk implements Folder {
  private final MemoryFolder files = new MemoryFolder();
  private final Fate fate;
  private final SplittableRandom dice;
  private long unsynced;
  private int torn;

  SimulatedDisk(Fate fate, SplittableRandom dice) {
    this.fate = fate;
    this.dice = dice;
  }

  /** The process died; any first part of what was not synced is there all the same. */
  void crash() {
    boolean some = unsynced > 0;
    unsynced = 0;
    files.crash(
        bytes ->
            switch (dice.nextInt(3)) {
              case 0 -> 0;
              case 1 -> bytes;
              default -> dice.nextInt(bytes + 1);
            });
    if (some && endsTorn()) {
      torn++;
    }
  }

  private boolean endsTorn() {
    var newest =
        files.list().stream().filter(name -> name.endsWith(".journal")).reduce((a, b) -> b);
    var bytes = newest.flatMap(files::read).orElse(new byte[0]);
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n';
  }

  /** How many journals crashes have left with a torn end. */
  int torn() {
    return torn;
  }

  /** How many bytes of the newest journal a crash could take now. */
  long unsynced() {
    return unsynced;
  }

  private void write() throws StoreUnusable {
    fate.moment();
    if (fate.isFull()) {
      throw new StoreUnusable("The store cannot use its disk", "It is full.", "Make room.");
    }
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
    write();
    unsynced = 0;
    var end = files.create(name);
    fate.moment();
    return new End(end);
  }

  @Override
  public void replace(String name, byte[] bytes) throws StoreUnusable {
    write();
    files.replace(name, bytes);
    fate.moment();
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

  private final class End implements Appender {
    private final Appender end;

    End(Appender end) {
      this.end = end;
    }

    /** A full disk takes the first part of what does not fit. */
    @Override
    public void write(byte[] bytes) throws StoreUnusable {
      try {
        SimulatedDisk.this.write();
      } catch (StoreUnusable full) {
        end.write(Arrays.copyOf(bytes, dice.nextInt(bytes.length + 1)));
        throw full;
      }
      end.write(bytes);
      unsynced += bytes.length;
      fate.moment();
    }

    @Override
    public void sync() throws StoreUnusable {
      end.sync();
      unsynced = 0;
      fate.moment();
    }

    @Override
    public void close() {
      end.close();
    }
  }
}
