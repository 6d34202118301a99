package dev.orgform.api;

import java.util.function.Consumer;

/** Counts the calls that go through it; lives in the one thread of its scheduler. */
public final class Counted implements Transport {
  private final Transport transport;
  private int count;

  public Counted(Transport transport) {
    this.transport = transport;
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    count++;
    transport.send(call, arrived);
  }

  public int count() {
    return count;
  }
}
