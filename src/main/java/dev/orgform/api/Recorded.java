package dev.orgform.api;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts the calls of an API and tells someone of each, on the thread that sent it. */
public final class Recorded implements Api {
  private final Api api;
  private final Consumer<Exchange> listener;
  private final AtomicLong sent = new AtomicLong();

  public Recorded(Api api, Consumer<Exchange> listener) {
    this.api = api;
    this.listener = listener;
  }

  @Override
  public Reply send(Call call) {
    sent.incrementAndGet();
    Reply reply = api.send(call);
    listener.accept(new Exchange(call, reply));
    return reply;
  }

  /** How many calls were made so far, those without an answer included. */
  public long count() {
    return sent.get();
  }
}
