package dev.orgform.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A folder in which the n-th deed that changes something goes wrong, or half wrong. */
final class BrittleFolder implements Folder {
  private final Folder whole;
  private final Fault fault;
  private int deeds;

  /**
   * What goes wrong.
   *
   * @param deed which one, from 1
   * @param fatal whether the process dies of it; else it is told
   * @param share how much of it is done before, from 0 to 1: some bytes, or all or nothing
   */
  record Fault(int deed, boolean fatal, double share) {
    static final Fault NONE = new Fault(Integer.MAX_VALUE, false, 0);
  }

  /** The end of the process. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super(null, null, false, false);
    }
  }

  private interface Deed {
    void act() throws StoreUnusable;
  }

  BrittleFolder(Folder whole, Fault fault) {
    this.whole = whole;
    this.fault = fault;
  }

  /** Whether there were as many deeds as it takes. */
  boolean broke() {
    return deeds >= fault.deed();
  }

  private boolean breaks() {
    return ++deeds == fault.deed();
  }

  private void allOrNothing(Deed deed) throws StoreUnusable {
    boolean breaks = breaks();
    if (!breaks || fault.share() >= 0.5) {
      deed.act();
    }
    if (breaks) {
      fail();
    }
  }

  private void fail() throws StoreUnusable {
    if (fault.fatal()) {
      throw new Crash();
    }
    throw new StoreUnusable("The store cannot be used", "The disk is full.", "Make room.");
  }

  @Override
  public Optional<byte[]> read(String name) throws StoreUnusable {
    return whole.read(name);
  }

  @Override
  public List<String> list() throws StoreUnusable {
    return whole.list();
  }

  @Override
  public Appender create(String name) throws StoreUnusable {
    boolean breaks = breaks();
    if (breaks && fault.share() < 0.5) {
      fail();
    }
    var end = whole.create(name);
    if (breaks) {
      fail();
    }
    return new End(end);
  }

  @Override
  public void replace(String name, byte[] bytes) throws StoreUnusable {
    allOrNothing(() -> whole.replace(name, bytes));
  }

  @Override
  public void delete(String name) throws StoreUnusable {
    allOrNothing(() -> whole.delete(name));
  }

  @Override
  public Optional<Grip> lock(String name) throws StoreUnusable {
    return whole.lock(name);
  }

  @Override
  public String path(String name) {
    return whole.path(name);
  }

  private final class End implements Appender {
    private final Appender end;

    End(Appender end) {
      this.end = end;
    }

    @Override
    public void write(byte[] bytes) throws StoreUnusable {
      if (breaks()) {
        end.write(Arrays.copyOf(bytes, (int) (bytes.length * fault.share())));
        fail();
      }
      end.write(bytes);
    }

    @Override
    public void sync() throws StoreUnusable {
      allOrNothing(end::sync);
    }

    @Override
    public void close() {
      end.close();
    }
  }
}
