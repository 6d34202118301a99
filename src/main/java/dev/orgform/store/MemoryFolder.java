package dev.orgform.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** A folder in memory that can crash: then what was not synced is lost, as on a disk. */
public final class MemoryFolder implements Folder {
  private final SortedMap<String, Content> files = new TreeMap<>();
  private final SortedSet<String> locked = new TreeSet<>();
  private int crashes;

  private static final class Content {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int synced;
  }

  /**
   * Everybody who used the folder is gone: their locks are free, and what they still append is
   * lost.
   *
   * @param survivors how many of so many bytes that were written and not synced are on the disk all
   *     the same; always the first ones
   */
  public void crash(IntUnaryOperator survivors) {
    crashes++;
    locked.clear();
    files.replaceAll((name, content) -> after(content, survivors));
  }

  private static Content after(Content content, IntUnaryOperator survivors) {
    int unsynced = content.bytes.size() - content.synced;
    int kept = content.synced + (unsynced == 0 ? 0 : survivors.applyAsInt(unsynced));
    var left = new Content();
    left.bytes.writeBytes(Arrays.copyOf(content.bytes.toByteArray(), kept));
    left.synced = kept;
    return left;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(files.get(name)).map(content -> content.bytes.toByteArray());
  }

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Appender create(String name) throws StoreUnusable {
    var content = new Content();
    if (files.putIfAbsent(name, content) != null) {
      throw new StoreUnusable(
          "The store cannot use " + name,
          DiskTrouble.IN_THE_WAY.words(),
          DiskTrouble.IN_THE_WAY.remedy());
    }
    return new End(content);
  }

  @Override
  public void replace(String name, byte[] bytes) {
    var content = new Content();
    content.bytes.writeBytes(bytes);
    content.synced = bytes.length;
    files.put(name, content);
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  @Override
  public Optional<Grip> lock(String name) {
    return locked.add(name) ? Optional.of(new Hold(name, crashes)) : Optional.empty();
  }

  @Override
  public String path(String name) {
    return name;
  }

  private record End(Content content) implements Appender {
    @Override
    public void write(byte[] bytes) {
      content.bytes.writeBytes(bytes);
    }

    @Override
    public void sync() {
      content.synced = content.bytes.size();
    }

    @Override
    public void close() {}
  }

  private final class Hold implements Grip {
    private final String name;
    private final int life;
    private boolean closed;

    Hold(String name, int life) {
      this.name = name;
      this.life = life;
    }

    @Override
    public boolean holds() {
      return !closed && life == crashes;
    }

    @Override
    public void close() {
      if (holds()) {
        locked.remove(name);
      }
      closed = true;
    }
  }
}
